package import Admission
package import AdmissionCalls

// The words that files have for the domain's cases.

extension Genre {
  package var csvWord: StaticString {
    switch self {
    case .female: "F"
    case .male: "M"
    case .other: "X"
    }
  }
}

extension DecidingCriterion {
  /// Empty for the first candidate of a list.
  package var csvWord: StaticString {
    switch self {
    case .first: ""
    case .generalScore: "note_generale"
    case .scientificScore: "note_scientifique"
    case .age: "age"
    case .boursier: "boursier"
    case .genre: "genre"
    case .draw: "tirage"
    }
  }
}

extension MissedBarres {
  package var csvWord: StaticString {
    switch self {
    case .general: "barre_generale"
    case .scientific: "barre_scientifique"
    case .both: "deux_barres"
    }
  }
}

extension OralVerdict {
  package var csvWord: StaticString {
    switch self {
    case .satisfactory: "satisfaisant"
    case .insufficient: "insuffisant"
    case .absent: "absent"
    }
  }
}

extension AdmissionDecision {
  package var csvWord: StaticString {
    switch self {
    case .direct: "direct"
    case .oral: "oral"
    }
  }
}

extension CallStatus {
  /// A candidate who waits has no row in a file.
  package var csvWord: StaticString {
    switch self {
    case .waiting: "attente"
    case .open: "sans_reponse"
    case .accepted: "accepte"
    case .refused: "refuse"
    case .resigned: "demission"
    }
  }
}

extension SeasonMeasure {
  package var csvWord: StaticString {
    switch self {
    case .depth: "dernier_appele"
    case .taken: "acceptees"
    case .open: "sans_reponse"
    case .left: "libres"
    case .vacant: "vacantes"
    }
  }
}

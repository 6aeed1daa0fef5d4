import Grading

// How files spell what the domain knows.

extension Mention {
  /// The word of a mention in files; empty where the UE is pass/fail.
  package var csvWord: StaticString {
    switch self {
    case .aPlus: "A+"
    case .a: "A"
    case .b: "B"
    case .c: "C"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    case .passed: ""
    }
  }
}

extension Standing {
  /// The word in the column `statut`; empty where the UE is validated at the first session.
  package var csvWord: StaticString {
    switch self {
    case .firstSession: ""
    case .rattrapage: "rattrapage"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    }
  }
}

extension UEResult {
  /// The word in the column `resultat`.
  package var csvWord: StaticString {
    switch self {
    case .validated: "valide"
    case .rattrapage: "rattrapage"
    case .f: "F"
    case .waiting: "attente"
    case .exempted: "dispense"
    }
  }
}

extension Adaptation {
  /// The word in the column `adaptation`.
  package var csvWord: StaticString {
    switch self {
    case .minimumCohort: "minimum-cohort"
    case .harmonise: "harmonise"
    case .classes: "classes"
    case .gapTolerance: "gap-tolerance"
    }
  }
}

/// The statuts that take the place of an ECUE's mark.
enum Statut: CaseIterable {
  case unexcused, excused, exempted, failed

  /// The word in the column `statut`, and in the cell of the mark.
  var csvWord: StaticString {
    switch self {
    case .unexcused: "ABI"
    case .excused: "V"
    case .exempted: "W"
    case .failed: "F"
    }
  }

  /// All words that mean it. `ABJ` is what Apogée calls `V`, `DIS` what it calls `W`.
  var spellings: [String] {
    switch self {
    case .unexcused, .failed: ["\(csvWord)"]
    case .excused: ["\(csvWord)", "ABJ"]
    case .exempted: ["\(csvWord)", "DIS"]
    }
  }

  /// What a student with this statut has for the ECUE.
  var mark: SessionMark {
    switch self {
    case .unexcused: .unexcused
    case .excused: .excused
    case .exempted: .exempted
    case .failed: .failed
    }
  }

  /// nil for a mark.
  init?(_ mark: SessionMark) {
    switch mark {
    case .mark: return nil
    case .unexcused: self = .unexcused
    case .excused: self = .excused
    case .exempted: self = .exempted
    case .failed: self = .failed
    }
  }
}

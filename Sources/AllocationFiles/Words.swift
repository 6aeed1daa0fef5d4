import Allocations

/// The columns of this module's files.
enum Column {
  static let student = "eleve"
  static let creneau = "creneau"
  static let module = "module"
  static let destination = "destination"

  // Students.
  static let gpa = "gpa"
  static let exactGPA = "gpa_exacte"
  static let absences = "absences"
  static let validated = "valides"
  static let ects = "ects"
  static let semestersAway = "exterieur"
  static let languages = "langues"

  // Modules and destinations.
  static let places = "places"
  static let minimum = "minimum"
  static let prerequisites = "prerequis"
  static let mostAbsences = "absences_max"
  static let country = "pays"
  static let semester = "semestre"
  static let type = "type"
  static let leastGPA = "gpa_min"
  static let leastECTS = "ects_min"
  static let language = "langue"
  static let leastLevel = "niveau_min"
  static let duration = "duree"
  static let priority = "priorite"
  static let mostDepartures = "departs_max"

  // Wishes and places obtained.
  static let rank = "rang"
  static let obtainedRank = "rang_voeu"
  static let reason = "motif"
  static let origin = "avant"
  static let firstStudent = "eleve_1"
  static let otherStudent = "eleve_2"
}

extension UnplacedReason {
  /// The word in the column `motif`.
  package var csvWord: String {
    switch self {
    case .noWish: "aucun_voeu"
    case .ineligible: "ineligible"
    case .full: "complet"
    case .quota: "quota"
    }
  }
}

extension PlaceMarks.Mark {
  /// The word in the column `motif`.
  package var csvWord: String {
    switch self {
    case .exchange: "echange"
    case .complement: "complement"
    }
  }
}

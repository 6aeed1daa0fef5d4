/// The names of the columns that more than one file of grading has.
enum GradingColumn {
  /// The identifier of a student.
  static let student = "eleve"
  static let ue = "ue"
  static let ecue = "ecue"
  static let mark = "note"
  static let exactMark = "note_exacte"
  /// 1 or 2.
  static let session = "session"
  static let status = "statut"

  // Results.
  static let mean = "moyenne"
  static let exactMean = "moyenne_exacte"
  static let exactFirstMean = "premiere_exacte"
  static let result = "resultat"
  /// The ECUEs to resit.
  static let resits = "rattrapage"

  // Mentions and GPAs.
  static let mention = "mention"
  static let position = "position"
  static let gpa = "gpa"
  static let exactGPA = "gpa_exacte"
  static let ects = "ects"
  /// The UEs validated.
  static let validated = "valides"
}

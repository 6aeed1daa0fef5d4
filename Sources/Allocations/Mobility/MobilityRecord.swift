public import ExactValues

/// What decides whether students may leave for a destination, beside their GPA.
public struct MobilityRecord: Sendable, Equatable {
  /// nil where the file does not say.
  public let ects: [Fraction]?
  /// Semesters away already.
  public let semestersAway: [Int]
  /// Whether the file says so; else all are 0.
  public let hasSemestersAway: Bool
  /// By student, the level of each language; names in lower case.
  public let languages: [[String: LanguageLevel]]

  public init(
    ects: [Fraction]?, semestersAway: [Int], languages: [[String: LanguageLevel]],
    hasSemestersAway: Bool = true
  ) {
    self.ects = ects
    self.hasSemestersAway = hasSemestersAway
    self.semestersAway = semestersAway
    self.languages = languages
  }
}

public import ExactValues

/// What decides, beside their GPA, whether students may leave for a destination: a column for each thing.
public struct MobilityRecord: Sendable, Equatable {
  /// More semesters away than anyone has.
  package static let mostSemestersAway = 100

  /// ECTS obtained, from 0 to 1000; nil where they are not known: they then count as 0.
  public let ects: [Fraction]?
  /// Semesters of the last six spent away from the school.
  public let semestersAway: [Int]
  /// Whether the semesters away are known; where they are not, all are 0.
  public let hasSemestersAway: Bool
  /// By student, the level in each language; names in lower case.
  public let languages: [[String: LanguageLevel]]

  /// - Parameters:
  ///   - ects: ECTS obtained, from 0 to 1000; nil where they are not known.
  ///   - semestersAway: Semesters of the last six spent away from the school, 0 or more.
  ///   - languages: By student, the level in each language; names in lower case.
  ///   - hasSemestersAway: Whether the semesters away are known.
  public init(
    ects: [Fraction]?, semestersAway: [Int], languages: [[String: LanguageLevel]],
    hasSemestersAway: Bool = true
  ) {
    self.ects = ects
    self.hasSemestersAway = hasSemestersAway
    self.semestersAway = semestersAway
    self.languages = languages
  }

  /// Whether each column has so many students.
  func holds(_ count: Int) -> Bool {
    semestersAway.count == count && languages.count == count && ects?.count ?? count == count
  }
}

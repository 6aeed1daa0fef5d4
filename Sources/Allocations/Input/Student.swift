public import ExactValues

/// A student who asks for places: what decides who goes first, and what they are eligible for.
///
/// ```swift
/// let students = try Students([
///   Student("E1", gpa: "3.5", validated: ["INFO1"]),
///   Student("E2", gpa: "3.1", absences: 2, ects: 60, languages: ["anglais": .b2]),
/// ])
/// ```
public struct Student: Sendable, Hashable, Codable {
  /// The best GPA there is.
  public static let largestGPA: FixedDecimal = 5
  /// The most ECTS a student can have.
  public static let largestECTS: FixedDecimal = 1_000

  /// The pseudonym that wishes and results name the student by. Not empty, and compared byte by byte.
  public var identifier: String
  /// From 0 to ``largestGPA``; the higher one goes first.
  public var gpa: Fraction
  /// Absences of the year, 0 or more; of two students with the same GPA, the one with fewer goes first.
  public var absences: Int
  /// Codes of the UEs that the student has validated: what modules ask for as prerequisites.
  public var validated: Set<String>
  /// ECTS obtained, from 0 to ``largestECTS``. Only mobility asks for them.
  public var ects: Fraction
  /// Semesters of the last six that the student spent away from the school. Only mobility asks for them.
  public var semestersAway: Int
  /// The level in each language; the names' case does not matter. Only mobility asks for them.
  public var languages: [String: LanguageLevel]

  /// A student whose GPA is a decimal.
  ///
  /// - Parameters:
  ///   - identifier: A pseudonym, not empty.
  ///   - gpa: From 0 to 5.
  ///   - absences: Absences of the year, 0 or more.
  ///   - validated: Codes of the UEs that the student has validated.
  ///   - ects: ECTS obtained, from 0 to 1000. For mobility.
  ///   - semestersAway: Semesters of the last six spent away from the school. For mobility.
  ///   - languages: The level in each language. For mobility.
  public init(
    _ identifier: String, gpa: FixedDecimal, absences: Int = 0, validated: Set<String> = [],
    ects: FixedDecimal = 0, semestersAway: Int = 0, languages: [String: LanguageLevel] = [:]
  ) {
    self.init(
      identifier, exactGPA: gpa.fraction, absences: absences, validated: validated, ects: ects,
      semestersAway: semestersAway, languages: languages)
  }

  /// A student whose GPA is a fraction, as a mean of marks is.
  ///
  /// - Parameters:
  ///   - identifier: A pseudonym, not empty.
  ///   - exactGPA: From 0 to 5.
  ///   - absences: Absences of the year, 0 or more.
  ///   - validated: Codes of the UEs that the student has validated.
  ///   - ects: ECTS obtained, from 0 to 1000. For mobility.
  ///   - semestersAway: Semesters of the last six spent away from the school. For mobility.
  ///   - languages: The level in each language. For mobility.
  public init(
    _ identifier: String, exactGPA: Fraction, absences: Int = 0, validated: Set<String> = [],
    ects: FixedDecimal = 0, semestersAway: Int = 0, languages: [String: LanguageLevel] = [:]
  ) {
    self.identifier = identifier
    gpa = exactGPA
    self.absences = absences
    self.validated = validated
    self.ects = ects.fraction
    self.semestersAway = semestersAway
    self.languages = languages
  }
}

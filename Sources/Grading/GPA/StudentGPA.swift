public import ExactValues

/// The GPA of one student: a row of ``GPAs``.
public struct StudentGPA: Hashable, Sendable, Codable {
  /// The student's identifier.
  public let student: String
  /// The mean of the values of mentions, weighted by ECTS, 0 to 5; nil where no UE counts.
  public let gpa: Fraction?
  /// The credits of all UEs validated.
  public let ects: FixedDecimal
}

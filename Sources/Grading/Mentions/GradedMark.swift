public import ExactValues

/// The mention of one student in one UE: a row of ``GradedMarks``.
public struct GradedMark: Hashable, Sendable, Codable {
  /// The student's identifier.
  public let student: String
  /// The name of the UE; empty where the marks are of a single UE without a name.
  public let ue: String
  /// The final mark, 0 to 20; nil for a student who has none.
  public let mark: Fraction?
  /// What the student gets.
  public let mention: Mention
  /// From 1, in the ranking of the first session; nil for a student who is not placed, and where the UE is pass/fail,
  /// which ranks nobody (règlement 1.3.1).
  public let position: Int?
}

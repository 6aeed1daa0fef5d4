public import ExactValues

/// The result of one student in one UE: a row of ``UEOutcomes``.
public struct StudentOutcome: Hashable, Sendable, Codable {
  /// The student's identifier.
  public let student: String
  /// The name of the UE.
  public let ue: String
  /// Whether the UE is validated, and what remains to be done where it is not.
  public let result: UEResult
  /// The weighted mean of the final marks, 0 to 20; nil where an ECUE has none yet, and where the UE is failed.
  public let mean: Fraction?
  /// The names of the ECUEs to resit, in the scheme's order.
  public let resits: [String]
  /// 2 where marks of the second session made a difference, else 1.
  public let session: Int
  /// The first-session mean of a student who had already validated and whose resit changed the mean; nil for
  /// everyone else. The ranking of the UE uses it (règlement 2.5.2).
  public let firstMean: Fraction?
}

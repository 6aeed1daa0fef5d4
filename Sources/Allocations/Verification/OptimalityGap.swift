/// How far a certificate leaves an allocation from its proof: the first level of the objective that is not
/// proven.
public struct OptimalityGap: Sendable, Hashable, Codable {
  /// nil where every level is proven and the arbitration by merit is not: the value is then how many seats
  /// could wish for better.
  public let subject: ObjectiveLevel.Subject?
  /// The level's value.
  public let value: Int64
  /// No allocation that is as good at the levels before has less.
  public let bound: Int64
}

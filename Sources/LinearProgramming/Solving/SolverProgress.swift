/// How far a solve has come.
public struct SolverProgress: Hashable, Sendable {
  /// Steps of the simplex method.
  public let iterations: Int
  /// At the current point, not necessarily a solution; with integer columns, of the best solution found.
  public let objective: Double?
  /// With integer columns, what no solution is better than.
  public let bestBound: Double?
}

/// What solving a model with its integer columns gave.
public struct IntegerSolution: Sendable {
  public internal(set) var termination: Termination
  public internal(set) var status: SolutionStatus
  /// Never ``Certainty/proven``; nil where there is no solution.
  public internal(set) var certainty: Certainty?
  public internal(set) var objective: Double?
  /// The solution without rounding, where it could be checked; always where every column is integer.
  public internal(set) var exact: ExactSolution?
  /// Of each column; empty where there is no solution.
  public internal(set) var values: [Double] = []
  /// What no solution's objective is better than, rounded to a whole number where all objectives are.
  public internal(set) var bestBound: Double?
  /// Steps of the simplex method.
  public let iterations: Int
}

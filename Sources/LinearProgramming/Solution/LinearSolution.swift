/// What solving a model without regard to integer columns gave.
public struct LinearSolution: Sendable {
  public let termination: Termination
  public let status: SolutionStatus
  /// nil where there is no solution.
  public internal(set) var certainty: Certainty?
  public internal(set) var objective: Double?
  /// The solution without rounding, where it could be found and checked.
  public internal(set) var exact: ExactSolution?
  /// Of each column; empty where there is no solution.
  public internal(set) var values: [Double] = []
  /// The sum of each row's terms; empty where there is no solution.
  public internal(set) var rowActivities: [Double] = []
  /// What the objective gains for each unit of a row's bound; empty unless optimal.
  public internal(set) var rowDuals: [Double] = []
  /// What the objective gains for each unit of a column's value; empty unless optimal.
  public internal(set) var reducedCosts: [Double] = []
  /// Where the simplex method stood, for a later solve to start at.
  public internal(set) var basis: Basis?
  /// Steps of the simplex method.
  public let iterations: Int
}

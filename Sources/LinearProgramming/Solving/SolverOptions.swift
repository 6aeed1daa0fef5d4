/// How a model is solved, and when to stop.
public struct SolverOptions: Sendable {
  public enum Algorithm: Hashable, Sendable {
    case primal
    /// The dual simplex method, and the primal one where it fails.
    case dual
  }

  public var algorithm = Algorithm.primal
  /// Whether to simplify the model first; a starting basis rules it out.
  public var presolve = false
  /// From the call on; nil, or more than 24 days, is 24 days.
  public var timeLimit: Duration? = .seconds(3_600)
  /// Steps of the simplex method, in all; nil for 2³¹ − 1.
  public var iterationLimit: Int?
  public var startingBasis: Basis?
  public var cancellation: Cancellation?
  /// Called every 50 ms or so, on the thread that solves.
  public var progress: (@Sendable (SolverProgress) -> Void)?

  /// For tests: has the solver fail inside.
  package var provokesError = false

  public init(algorithm: Algorithm = .primal, presolve: Bool = false) {
    self.algorithm = algorithm
    self.presolve = presolve
  }
}

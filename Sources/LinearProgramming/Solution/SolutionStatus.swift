/// What a solve found.
public enum SolutionStatus: Hashable, Sendable {
  case optimal
  /// A solution, not known to be the best.
  case feasible
  /// There is no solution.
  case infeasible
  /// There is no best solution. With integer columns: not without the demand that they be whole, and with it
  /// there is either none at all or no best.
  case unbounded
  /// Nothing is known.
  case undefined
}

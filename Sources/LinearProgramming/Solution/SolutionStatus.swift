/// What a solve found by the time it ended. Why it ended is the ``Termination``.
package enum SolutionStatus: Hashable, Sendable {
  /// The best solution. Read ``Certainty`` for how well that was checked.
  case optimal
  /// A solution that is not known to be the best. Use it where any solution will do, or solve again with more time.
  case feasible
  /// No solution exists: the bounds contradict each other. Relax a row of the model.
  case infeasible
  /// Solutions get better without end: the model lacks a bound. With integer columns this is known only of the
  /// model without the demand that they be whole; with it there may be no solution at all.
  case unbounded
  /// The solver stopped without learning anything about the model: there may be solutions or none. The solution
  /// holds no values. Raise the time limit, or keep the best solution known.
  case undefined
}

/// Why a solve ended. What it found by then is the ``SolutionStatus``.
package enum Termination: Hashable, Sendable {
  /// The solver finished: the status is its answer. Use the solution if there is one.
  case completed
  /// The time limit came first. A linear model then has no usable answer; an integer search may hold a feasible
  /// solution. Raise the limit, or keep the best solution known.
  case timeLimit
  /// The calling `Task` was cancelled. Throw `CancellationError`; nothing of the solve remains.
  case cancelled
}

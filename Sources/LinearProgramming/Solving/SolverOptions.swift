/// Where a solve starts, and when it stops. A solve also stops when the calling `Task` is cancelled.
package struct SolverOptions: Sendable {
  /// From the call on; nil, or more than 24 days, is 24 days.
  package var timeLimit: Duration? = .seconds(3_600)
  /// Where the simplex method starts; nil leaves it to the solver.
  package var startingBasis: Basis?
  /// For tests: makes the solver fail inside.
  package var provokesError = false

  package init(timeLimit: Duration? = .seconds(3_600), startingBasis: Basis? = nil) {
    self.timeLimit = timeLimit
    self.startingBasis = startingBasis
  }
}

import LinearProgramming

/// When to stop: at the time limit, or once the `Task` of the calling thread is cancelled.
///
/// Polled between rounds of the price solver, between the seats of an arbitration, between nodes of a search, and by
/// GLPK every 50 ms. A poll reads a flag of the task and, where there is a limit, the clock; what lies between two polls
/// reads every option of a node at least.
struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant?

  /// - Parameter limit: from now; nil for never.
  init(in limit: Duration?) { instant = limit.map { ContinuousClock.now + $0 } }

  /// Whether the time limit has come; says nothing of the task.
  var hasPassed: Bool { instant.map { .now >= $0 } ?? false }

  /// What is left of the time limit; nil where there is none.
  private var remaining: Duration? { instant.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// - Throws: once the time limit has come or the task is cancelled.
  func check() throws(SolverStop) {
    try checkCancellation()
    if hasPassed { throw .timeLimit }
  }

  /// - Throws: once the task is cancelled, whatever the time limit.
  func checkCancellation() throws(SolverStop) {
    if Task.isCancelled { throw .cancelled }
  }

  /// How GLPK keeps to this.
  func options(startingAt basis: Basis? = nil) -> SolverOptions {
    var options = SolverOptions(startingBasis: basis)
    options.timeLimit = remaining ?? options.timeLimit
    return options
  }
}

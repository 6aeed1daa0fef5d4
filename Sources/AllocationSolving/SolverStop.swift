import LinearProgramming
import Wording

/// Why a part of the solver ends without its result.
enum SolverStop: Error, Equatable {
  /// The time limit came first.
  case timeLimit
  /// The caller's `Task` was cancelled.
  case cancelled
  /// The solver failed, or its answer does not hold in exact arithmetic.
  case failure(Message)

  /// The error that a user of the library gets.
  private var reported: any Error {
    switch self {
    case .timeLimit: AllocationError.timeLimit
    case .cancelled: CancellationError()
    case .failure(let context): AllocationError(code: .solver, context: context)
    }
  }

  /// - Throws: ``AllocationError`` or `CancellationError`, for what `body` throws.
  static func reported<Result>(_ body: () throws(SolverStop) -> Result) throws -> Result {
    do throws(SolverStop) { return try body() } catch { throw error.reported }
  }
}

extension Termination {
  /// - Throws: where GLPK stopped before it finished.
  func check() throws(SolverStop) {
    switch self {
    case .completed: return
    case .timeLimit: throw .timeLimit
    case .cancelled: throw .cancelled
    }
  }
}

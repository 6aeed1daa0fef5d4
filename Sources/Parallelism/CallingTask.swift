/// The task on whose behalf workers compute, so that their threads see when it is cancelled.
///
/// `Task.isCancelled` is of no use on a thread of ``Workers``: it asks after the task that runs on the thread itself,
/// and there is none. So the calling thread takes hold of its task, and the others ask that.
package struct CallingTask: @unchecked Sendable {
  // `UnsafeCurrentTask` may be used inside `withUnsafeCurrentTask` only, which waits here for all threads; and what
  // other threads ask of it, `isCancelled`, is among the things that it allows them.
  private let task: UnsafeCurrentTask?

  /// Hands out the task that the calling thread runs; outside of a task, one that is never cancelled.
  package static func withCurrent<R>(_ body: (CallingTask) throws -> R) rethrows -> R {
    try withUnsafeCurrentTask { try body(CallingTask(task: $0)) }
  }

  /// Whether there is a task.
  package var canBeCancelled: Bool { task != nil }

  /// Whether the task is cancelled. It costs a load from memory.
  package var isCancelled: Bool { task?.isCancelled ?? false }

  /// - Throws: `CancellationError` where the task is cancelled.
  package func checkCancellation() throws {
    if isCancelled { throw CancellationError() }
  }
}

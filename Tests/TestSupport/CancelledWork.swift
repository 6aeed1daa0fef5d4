import Foundation
import Synchronization

/// Does work in a task that is cancelled a while after it began.
///
/// A thread of its own cancels it: with other tests, the work may occupy all threads that tasks run on.
///
/// - Returns: what the work gave, and how long after it was cancelled.
public func cancelledWork<Value: Sendable>(
  after seconds: Double, _ work: @escaping @Sendable () throws -> Value
) async -> (result: Result<Value, any Error>, delay: Duration) {
  let clock = ContinuousClock()
  let hasBegun = Atomic(false)
  let cancellation = Mutex<ContinuousClock.Instant?>(nil)
  let task = Task {
    hasBegun.store(true, ordering: .relaxed)
    let result = Result { try work() }
    return (result, clock.now)
  }
  Thread.detachNewThread {
    while !hasBegun.load(ordering: .relaxed) { Thread.sleep(forTimeInterval: 0.01) }
    Thread.sleep(forTimeInterval: seconds)
    cancellation.withLock { $0 = clock.now }
    task.cancel()
  }
  let (result, end) = await task.value
  return (result, cancellation.withLock { $0 }.map { end - $0 } ?? .zero)
}

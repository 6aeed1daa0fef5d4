import Dispatch
import Synchronization

/// How many threads a computation may use.
///
/// The result of every computation is the same for every count.
///
/// ```swift
/// let all = Workers()  // one thread for each processor
/// let few = Workers(count: 2)  // leaves the others to the rest of the program
/// ```
public struct Workers: Sendable {
  /// The most threads that compute at once, at least 1.
  public let count: Int

  /// - Parameter count: threads, at least 1; nil for one per processor.
  public init(count: Int? = nil) {
    self.count = max(1, count ?? Workers.processors)
  }

  /// The calling thread alone.
  public static let one = Workers(count: 1)

  private static let processors = activeProcessorCount()

  /// Runs `body` once for each part, 0 to `parts` − 1, on at most ``count`` threads, and waits for all.
  ///
  /// A thread takes the next part as soon as it is free; parts must write to separate places.
  package func perform(parts: Int, _ body: (_ part: Int) -> Void) {
    let threads = min(count, parts)
    guard threads > 1 else {
      for part in 0..<parts { body(part) }
      return
    }
    let next = Atomic(0)
    withoutActuallyEscaping(body) { body in
      // Called from several threads: that each part keeps to its own places is the caller's promise.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < parts else { return }
          body(part)
        }
      }
    }
  }

  /// Cuts `0..<total` into equal ranges, at least `minimum` long, about `perThread` for each thread.
  package func ranges(of total: Int, minimum: Int, perThread: Int = 4) -> [Range<Int>] {
    guard total > 0 else { return [] }
    let parts = max(1, min(count * perThread, total / max(1, minimum)))
    return (0..<parts).map { total * $0 / parts..<total * ($0 + 1) / parts }
  }
}

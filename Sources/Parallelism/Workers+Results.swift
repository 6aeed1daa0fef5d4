import Synchronization

extension Workers {
  /// Runs `body` once for each part as ``perform(parts:_:)`` does, until a part throws or the calling task is cancelled.
  ///
  /// A part under way is waited for. One that takes long asks its second argument now and then.
  ///
  /// - Throws: what `body` throws, of several parts that throw the first; `CancellationError` where the task is cancelled
  ///   before every part has begun.
  package func performUnlessCancelled(
    parts: Int, _ body: (_ part: Int, _ task: CallingTask) throws -> Void
  ) throws {
    try CallingTask.withCurrent { task in
      // Parts begin in order: those before a part that failed have begun, and may yet fail themselves.
      let firstFailed = Atomic(Int.max)
      let failure = Mutex<(any Error)?>(nil)
      perform(parts: parts) { part in
        guard part < firstFailed.load(ordering: .relaxed) else { return }
        do {
          try task.checkCancellation()
          try body(part, task)
        } catch {
          failure.withLock { failure in
            if part < firstFailed.load(ordering: .relaxed) {
              firstFailed.store(part, ordering: .relaxed)
              failure = error
            }
          }
        }
      }
      if let error = failure.withLock({ $0 }) { throw error }
    }
  }

  /// What `body` returns for each part, in order of the parts.
  package func map<Value>(parts: Int, _ body: (_ part: Int) -> Value) -> [Value] {
    collect(parts) { slots in perform(parts: parts) { slots[$0] = body($0) } }
  }

  /// What `body` returns for each part, in order of the parts, as ``performUnlessCancelled(parts:_:)`` runs them.
  package func mapUnlessCancelled<Value>(
    parts: Int, _ body: (_ part: Int, _ task: CallingTask) throws -> Value
  ) throws -> [Value] {
    try collect(parts) { slots in
      try performUnlessCancelled(parts: parts) { slots[$0] = try body($0, $1) }
    }
  }

  /// Has one slot for each part filled.
  private func collect<Value>(
    _ parts: Int, _ fill: (UnsafeMutableBufferPointer<Value?>) throws -> Void
  ) rethrows -> [Value] {
    var slots = [Value?](repeating: nil, count: parts)
    try slots.withUnsafeMutableBufferPointer { try fill($0) }
    return slots.map(\.unsafelyUnwrapped)
  }
}

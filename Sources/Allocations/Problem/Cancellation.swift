/// Polled in loops that can take seconds. A poll reads a flag of the task.
///
/// - Throws: once the `Task` of the calling thread is cancelled.
func checkCancellation() throws(CancellationError) {
  if Task.isCancelled { throw CancellationError() }
}

import Synchronization
import Wording

/// Runs in which commands write nothing: their outputs are only hashed.
final class Rehearsal: Sendable {
  /// The one under way, if any.
  @TaskLocal static var current: Rehearsal?

  private let record = Mutex<Manifest?>(nil)

  /// What the command would have written.
  var manifest: Manifest? { record.withLock { $0 } }

  func note(_ manifest: Manifest) { record.withLock { $0 = manifest } }
}

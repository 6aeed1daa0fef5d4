import Synchronization

/// Collects what readers have to say of one file.
public final class ReadingNotes: Sendable {
  private let notes = Mutex<[ReadingNote]>([])

  public init() {}

  public func add(_ note: ReadingNote) { notes.withLock { $0.append(note) } }

  /// In the order in which they were added.
  public var all: [ReadingNote] { notes.withLock { $0 } }
}

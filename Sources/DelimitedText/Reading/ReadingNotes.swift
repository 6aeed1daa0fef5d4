import Synchronization

/// What a reader did with a file that the person who gave the file should know: columns it ignored, rows it skipped.
///
/// Hand one to whatever reads, and look at ``all`` behind.
public final class ReadingNotes: Sendable {
  private let notes = Mutex<[ReadingNote]>([])

  /// No notes yet.
  public init() {}

  package func add(_ note: ReadingNote) { notes.withLock { $0.append(note) } }

  /// The notes, in the order in which they were made.
  public var all: [ReadingNote] { notes.withLock { $0 } }
}

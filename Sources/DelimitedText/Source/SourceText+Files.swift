package import FileStore
public import Parallelism

extension SourceText {
  /// Opens the file at a path, checks its text, and hands it to `body`.
  ///
  /// The file is read into memory first: what happens to it meanwhile changes nothing. Everything else is as in
  /// ``withText(_:file:encoding:workers:ignoring:notes:release:_:)``.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads that share the work.
  ///   - ignoring: columns to ignore, whatever their names mean to the reader.
  ///   - notes: where readers say what they did with the file.
  ///   - body: reads the text, which is valid inside of it alone.
  /// - Throws: `FileStoreError` where the file cannot be opened or read; ``InputDefects`` where the bytes are no text; what
  ///   `body` throws; `CancellationError` where the task is cancelled.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public static func withContents<R>(
    of path: String, encoding: TextEncoding = .utf8, workers: Workers = Workers(),
    ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    _ body: (SourceText) throws -> R
  ) throws -> R {
    try withContents(
      of: InputFile(path: path, workers: workers), encoding: encoding, workers: workers, ignoring: ignoring,
      notes: notes, body)
  }

  /// Checks the text of an open file, and hands it to `body`; memory of a mapped file is given back as it is read.
  ///
  /// - Throws: as ``withContents(of:encoding:workers:ignoring:notes:_:)-(String,_,_,_,_,_)``, and `FileStoreError` where
  ///   a mapped file was written meanwhile.
  package static func withContents<R>(
    of file: InputFile, encoding: TextEncoding = .utf8, workers: Workers = Workers(),
    ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    _ body: (SourceText) throws -> R
  ) throws -> R {
    try file.withContents { bytes in
      try withText(
        bytes, file: file.path, encoding: encoding, workers: workers, ignoring: ignoring, notes: notes,
        release: { file.release($0) }, body)
    }
  }
}

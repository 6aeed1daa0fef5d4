import Synchronization

/// Something a reader did with a file that the person who gave it should know.
public enum ReadingNote: Sendable, Equatable {
  /// Columns that nothing was read of, as the header names them.
  case ignoredColumns([String])
  /// Rows without a single filled cell, which were skipped.
  case blankRows(Int)
  /// The file is valid UTF-8 with characters beyond ASCII, and was read so in spite of the encoding asked for.
  case readAsUTF8(insteadOf: TextEncoding)
  /// Pairs of different identifiers that differ by leading zeros, case, accents or spaces only.
  case similarIdentifiers([SimilarIdentifiers])
}

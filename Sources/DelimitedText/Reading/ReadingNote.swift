import Synchronization

/// One thing that a reader did with a file, and that the person who gave the file should know.
public enum ReadingNote: Sendable, Equatable {
  /// Columns that were ignored, by their names in the header; those without a name by their place, from 1.
  case ignoredColumns([String], unnamed: [Int] = [])
  /// Rows without a filled cell were skipped, so many.
  case blankRows(Int)
  /// The file is UTF-8 and was read as such, although another encoding was asked for.
  case readAsUTF8(insteadOf: TextEncoding)
  /// Pairs of different identifiers that differ by leading zeros, case, accents or spaces only.
  case similarIdentifiers([SimilarIdentifiers])
  /// Rows of a sheet that a filter or a person has hidden were read like the others, so many.
  case hiddenRows(Int)
  /// Of so many formulas of a sheet the values are those of the program that wrote the workbook, which has left it to the
  /// spreadsheet to work them out: they may be zeros.
  case uncalculatedFormulas(Int)
}

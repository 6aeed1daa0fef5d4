/// A condition on a row of the export: that a column holds one of some words.
public struct ExportCondition: Sendable, Equatable {
  /// The column whose cell is compared.
  public let column: ExportColumn
  /// Compared as the names of columns are: without case, accents, spaces, dashes and apostrophes.
  public let words: [String]

  /// - Parameters:
  ///   - column: the column whose cell is compared.
  ///   - words: at least one.
  /// - Precondition: there is a word.
  package init(_ column: ExportColumn, oneOf words: [String]) {
    precondition(!words.isEmpty, "a condition that no cell can meet")
    self.column = column
    self.words = words
  }
}

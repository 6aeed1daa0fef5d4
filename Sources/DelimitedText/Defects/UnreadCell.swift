/// A cell with a defect that the reader of a table judges.
package struct UnreadCell: Sendable {
  package let row: Int
  /// The line of the file that the cell starts on.
  package let line: Int
  package let reason: CellDefect
}

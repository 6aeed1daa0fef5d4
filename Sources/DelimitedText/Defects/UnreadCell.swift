/// A cell with a defect that the reader of a table judges.
public struct UnreadCell: Sendable {
  public let row: Int
  /// The line of the file that the cell starts on.
  public let line: Int
  public let reason: CellDefect
}

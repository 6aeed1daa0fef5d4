/// Rows of marks or mentions that contradict each other or their scheme. Says everything that is wrong with them.
public struct MarksError: Error, Hashable, Sendable {
  /// What is wrong, by row; at least one.
  public let defects: [MarkDefect]

  /// - Returns: nil where nothing is wrong.
  package init?(_ defects: [MarkDefect]) {
    guard !defects.isEmpty else { return nil }
    self.defects = defects.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element)
  }
}

/// A defect of a row, without the names that an error of its own would hold.
package typealias RowReason = (row: Int, reason: MarkDefect.Reason)

import ExactValues

/// A defect of a row that a look at the whole table found.
public struct RowDefect: Sendable {
  public let row: Int
  public let column: String
  public let reason: any DefectReason

  public init(row: Int, column: String, reason: any DefectReason) {
    self.row = row
    self.column = column
    self.reason = reason
  }
}

extension DelimitedTable {
  /// The table's own defects and others of its rows, by line.
  ///
  /// - Parameter identifiers: the column that says whose a row is.
  public func defects(adding others: [RowDefect], identifiers: String) -> InputDefects {
    let names = text(identifiers)
    var found = InputDefects(file: file)
    // By row: only the first are kept.
    for defect in others.enumerated().sorted(by: { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    ) {
      let name = names[defect.element.row]
      found.add(
        InputDefect(
          line: line(ofRow: defect.element.row), column: defect.element.column,
          identifier: name.isEmpty ? nil : name, reason: defect.element.reason))
    }
    var all = defects
    all.merge(found)
    return all
  }
}

import ExactValues

/// A defect of a row, found after the table was read.
package struct RowDefect: Sendable {
  package let row: Int
  package let column: String
  package let reason: any DefectReason
  /// The line of the file; nil for the one that the row starts on.
  package let line: Int?

  package init(row: Int, column: String, reason: any DefectReason, line: Int? = nil) {
    self.row = row
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension DelimitedTable {
  /// The table's own defects and others of its rows.
  ///
  /// - Parameter identifiers: the column that says whose a row is.
  package func defects(adding others: [RowDefect], identifiers: String) -> InputDefects {
    var found = InputDefects(file: file)
    // By row: only the first are kept.
    for defect in others.enumerated().sorted(by: { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    ) {
      found.add(
        InputDefect(
          line: defect.element.line ?? line(ofRow: defect.element.row), column: defect.element.column,
          identifier: name(ofRow: defect.element.row, identifiers), reason: defect.element.reason))
    }
    var all = defects
    all.merge(found)
    return all
  }

  /// What an identifier, reference or category column says of a row; nil where its cell has a defect.
  private func name(ofRow row: Int, _ column: String) -> String? {
    switch columns[column] {
    case .text(let names): names.range(row).isEmpty ? nil : names[row]
    case .categories(let categories):
      categories.numbers[row] < 0 ? nil : categories.names[Int(categories.numbers[row])]
    default: nil
    }
  }
}

import ExactValues

/// The marks of a row range that are no ten-thousandths, of all its columns, in the order in which they come.
///
/// A table is in the hands of one thread, in one call at a time: that need not be checked for every cell.
final class MarkTable {
  @exclusivity(unchecked) private(set) var marks: [Fraction] = []

  /// The cell of a mark from 0 to 20, which joins the list where the cell cannot hold it.
  func cell(_ mark: FixedDecimal?) -> OptionalMark {
    guard let mark else { return .missing }
    if let units = mark.tenThousandths { return OptionalMark(uncheckedUnits: Int32(units)) }
    return cell(mark.fraction)
  }

  /// The cell of an exact mark from 0 to 20.
  func cell(_ mark: Fraction?) -> OptionalMark {
    guard let mark else { return .missing }
    if let units = mark.tenThousandths { return OptionalMark(uncheckedUnits: units) }
    marks.append(mark)
    return OptionalMark(listed: marks.count - 1)
  }
}

/// The listed marks, by row range.
final class MarkStore: @unchecked Sendable {  // Each row range uses a table of its own.
  private let ranges: [RowRange]
  let tables: [MarkTable]

  init(ranges: [RowRange]) {
    self.ranges = ranges
    tables = ranges.map { _ in MarkTable() }
  }

  /// Gives a column a list of its own, in the order of its rows.
  func join(_ cells: [OptionalMark]) -> MarkCells {
    var cells = cells
    var listed: [Fraction] = []
    for (range, table) in zip(ranges, tables) where !table.marks.isEmpty {
      for row in range.firstRow..<max(range.firstRow, min(cells.count, range.firstRow + range.rows)) {
        guard let place = cells[row].listed else { continue }
        cells[row] = OptionalMark(listed: listed.count)
        listed.append(table.marks[place])
      }
    }
    return MarkCells(cells, listed: listed)
  }
}

import ExactValues

/// For a table whose blank rows are taken out: how many more lines than rows there are, from which row on.
///
/// - Parameters:
///   - longRows: rows that hold line breaks, and how many, by row as read.
///   - blankRows: by row as read, ascending.
/// - Returns: ascending; behind `row` there are `lineFeeds` more lines than rows.
func lineOffsets(
  _ longRows: [(row: Int, lineFeeds: Int)], blankRows: [Int]
) -> [(row: Int, lineFeeds: Int)] {
  var offsets: [(row: Int, lineFeeds: Int)] = []
  offsets.reserveCapacity(longRows.count + blankRows.count)
  var lineFeeds = 0
  var blank = 0
  func addBlanks(before row: Int) {
    while blank < blankRows.count, blankRows[blank] < row {
      lineFeeds += 1
      offsets.append((blankRows[blank] - blank - 1, lineFeeds))
      blank += 1
    }
  }
  for long in longRows {
    addBlanks(before: long.row)
    lineFeeds += long.lineFeeds
    offsets.append((long.row - blank, lineFeeds))
  }
  addBlanks(before: .max)
  return offsets
}

extension ColumnValues {
  /// The column without some rows.
  ///
  /// - Parameter rows: ascending.
  /// - Complexity: O(*n*), *n* = the number of rows.
  func without(_ rows: [Int]) -> ColumnValues {
    switch self {
    case .text(let column): .text(column.gathered(kept(column.count, without: rows)))
    case .categories(let column):
      .categories(CategoryColumn(numbers: remaining(column.numbers, rows), names: column.names))
    case .marks(let marks):
      .marks(MarkCells(remaining(marks.cells, rows), denominator: marks.denominator, listed: marks.listed))
    case .booleans(let values): .booleans(remaining(values, rows))
    case .dates(let values): .dates(remaining(values, rows))
    case .keywords(let values): .keywords(remaining(values, rows))
    case .integers(let values): .integers(remaining(values, rows))
    case .decimals(let values): .decimals(remaining(values, rows))
    case .fractions(let values): .fractions(remaining(values, rows))
    }
  }
}

/// Cells by row as the table counts rows without the blank ones.
///
/// - Parameters:
///   - blankRows: by row as read, ascending.
///   - cells: by row as read, none of a blank row.
func without(_ blankRows: [Int], _ cells: [UnreadCell]) -> [UnreadCell] {
  if blankRows.isEmpty { return cells }
  var before = 0
  return cells.map { cell in
    while before < blankRows.count, blankRows[before] < cell.row { before += 1 }
    return UnreadCell(row: cell.row - before, line: cell.line, reason: cell.reason)
  }
}

private func kept(_ count: Int, without rows: [Int]) -> [UInt32] {
  remaining(Array(0..<UInt32(count)), rows)
}

private func remaining<Value>(_ values: [Value], _ without: [Int]) -> [Value] {
  var kept: [Value] = []
  kept.reserveCapacity(values.count - without.count)
  var start = 0
  for row in without {
    kept += values[start..<row]
    start = row + 1
  }
  return kept + values[start...]
}

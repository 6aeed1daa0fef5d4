package import ExactValues

/// Delimited text read into typed columns: RFC 4180, columns found by name, every defect collected.
package struct DelimitedTable: Sendable {
  /// The file, as the user wrote it.
  package let file: String
  package let rowCount: Int
  /// What is wrong with the rows. The value of a cell with a defect means nothing.
  package var defects: InputDefects

  let columns: [String: ColumnValues]
  let firstLine: Int
  /// Rows that hold line breaks, each with the number of breaks up to its end.
  let longRows: [(row: Int, lineFeeds: Int)]
  /// By name of the column.
  var unreadByColumn: [String: [UnreadCell]]

  /// Whether an optional column is there.
  package func has(_ name: String) -> Bool { columns[name] != nil }

  /// The line of the file a row starts on.
  package func line(ofRow row: Int) -> Int {
    // The last row before this one that holds line breaks, and how many there are up to it.
    let next = longRows.partitioningIndex { $0.row >= row }
    return firstLine + row + (next > 0 ? longRows[next - 1].lineFeeds : 0)
  }

  /// An identifier, reference or text column.
  package func text(_ name: String) -> IdentifierColumn {
    guard case .text(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// For each row the number of its text, −1 where the cell has a defect.
  package func categories(_ name: String) -> CategoryColumn {
    guard case .categories(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// A mark or exact mark column.
  package func marks(_ name: String) -> MarkCells {
    guard case .marks(let values) = columns[name] else { notRead(name) }
    return values
  }

  package func booleans(_ name: String) -> [Bool] {
    guard case .booleans(let values) = columns[name] else { notRead(name) }
    return values
  }

  package func dates(_ name: String) -> [CalendarDate] {
    guard case .dates(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// For each row the index of its word's meaning, ``unread`` where there is none.
  package func keywords(_ name: String) -> [UInt16] {
    guard case .keywords(let values) = columns[name] else { notRead(name) }
    return values
  }

  package func integers(_ name: String) -> [Int] {
    guard case .integers(let values) = columns[name] else { notRead(name) }
    return values
  }

  package func decimals(_ name: String) -> [FixedDecimal] {
    guard case .decimals(let values) = columns[name] else { notRead(name) }
    return values
  }

  package func fractions(_ name: String) -> [Fraction] {
    guard case .fractions(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// What a keyword column holds where the cell has a defect.
  package static let unread = unreadKeyword

  /// The cells of a lenient column that have a defect, by row. Their values mean nothing.
  package func unreadCells(_ name: String) -> [UnreadCell] { unreadByColumn[name] ?? [] }

  private func notRead(_ name: String) -> Never {
    preconditionFailure("column \(name) was not read, or is of another kind")
  }
}

enum ColumnValues: Sendable {
  case text(IdentifierColumn)
  case categories(CategoryColumn)
  case marks(MarkCells)
  case booleans([Bool])
  case dates([CalendarDate])
  case keywords([UInt16])
  case integers([Int])
  case decimals([FixedDecimal])
  case fractions([Fraction])
}

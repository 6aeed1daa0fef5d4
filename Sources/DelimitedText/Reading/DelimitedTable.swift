public import ExactValues

/// Delimited text read into typed columns: RFC 4180, columns found by name, every defect collected.
public struct DelimitedTable: Sendable {
  /// The file, as the user wrote it.
  public let file: String
  public let rowCount: Int
  /// What is wrong with the rows. A cell with a defect holds a value that stands for nothing.
  public var defects: InputDefects

  let columns: [String: ColumnValues]
  let firstLine: Int
  /// Rows that hold line breaks, each with the number of breaks up to its end.
  let longRows: [(row: Int, lineFeeds: Int)]
  /// By name of the column.
  var unreadByColumn: [String: [UnreadCell]]

  /// Whether an optional column is there.
  public func has(_ name: String) -> Bool { columns[name] != nil }

  /// The line of the file a row starts on.
  public func line(ofRow row: Int) -> Int {
    // The last row before this one that holds line breaks, and how many there are up to it.
    var (low, high) = (0, longRows.count)
    while low < high {
      let middle = (low + high) / 2
      if longRows[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return firstLine + row + (low > 0 ? longRows[low - 1].lineFeeds : 0)
  }

  /// An identifier, reference or text column.
  public func text(_ name: String) -> IdentifierColumn {
    guard case .text(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// For each row the number of its text, −1 where the cell has a defect.
  public func categories(_ name: String) -> CategoryColumn {
    guard case .categories(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// A mark or exact mark column.
  public func marks(_ name: String) -> MarkCells {
    guard case .marks(let values) = columns[name] else { notRead(name) }
    return values
  }

  public func booleans(_ name: String) -> [Bool] {
    guard case .booleans(let values) = columns[name] else { notRead(name) }
    return values
  }

  public func dates(_ name: String) -> [CalendarDate] {
    guard case .dates(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// For each row the index of its word's meaning, ``unread`` where there is none.
  public func keywords(_ name: String) -> [UInt16] {
    guard case .keywords(let values) = columns[name] else { notRead(name) }
    return values
  }

  public func integers(_ name: String) -> [Int] {
    guard case .integers(let values) = columns[name] else { notRead(name) }
    return values
  }

  public func decimals(_ name: String) -> [FixedDecimal] {
    guard case .decimals(let values) = columns[name] else { notRead(name) }
    return values
  }

  public func fractions(_ name: String) -> [Fraction] {
    guard case .fractions(let values) = columns[name] else { notRead(name) }
    return values
  }

  /// What a keyword column holds where the cell has a defect.
  public static let unread = unreadKeyword

  /// The cells of a lenient column that have a defect, by row. The column holds a value there that stands for nothing.
  public func unreadCells(_ name: String) -> [UnreadCell] { unreadByColumn[name] ?? [] }

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

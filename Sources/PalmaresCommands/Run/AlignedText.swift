import Wording

/// Rows of cells as lines of text: each column as wide as its widest cell, the first to the left, the others to
/// the right.
///
/// - Parameter rows: no longer one than the first.
func aligned(_ rows: [[String]]) -> [String] {
  guard let head = rows.first else { return [] }
  let widths = head.indices.map { column in
    rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + space : space + cell
    }
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

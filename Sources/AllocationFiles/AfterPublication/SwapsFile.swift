package import Allocations
package import DelimitedText
package import ExactValues
package import Parallelism

/// A file of mutual exchanges: `eleve_1,eleve_2[,creneau]`, a row for each; the créneau is needed where there are
/// several.
package struct SwapsFile: Sendable {
  /// In the order of the rows.
  package let swaps: [Swap]
  private let table: DelimitedTable

  /// - Parameters:
  ///   - students: who can exchange, by number.
  ///   - slots: the names of the créneaux, by number.
  /// - Throws: `InputDefects`: everything that is wrong with the file; whether an exchange can be made is not
  ///   asked here.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  package init(
    _ source: SourceText, students: IdentifierColumn, slots: [String], workers: Workers = Workers()
  ) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns(needsSlot: slots.count > 1))
    self.table = table
    var defects: [RowDefect] = []
    let index = IdentifierIndex(students)
    func numbers(_ column: String) -> [Int32] {
      let cells = table.text(column)
      let found = index.rows(of: cells, workers: workers)
      for row in found.indices where found[row] < 0 && !cells.range(row).isEmpty {
        let reason = index.reason(AllocationFileDefect.unknownStudent, notFound: row, of: cells)
        defects.append(RowDefect(row: row, column: column, reason: reason))
      }
      return found
    }
    let (first, second) = (numbers(Column.firstStudent), numbers(Column.otherStudent))
    let slotOfRow = Self.slots(table, slots, workers, &defects)
    for row in first.indices where first[row] >= 0 && first[row] == second[row] {
      defects.append(
        RowDefect(row: row, column: Column.otherStudent, reason: AllocationFileDefect.sameStudent))
    }
    try table.defects(adding: defects, identifiers: Column.firstStudent).throwIfAny()
    swaps = first.indices.map { Swap(Int(first[$0]), Int(second[$0]), slot: slotOfRow[$0]) }
  }

  private static func columns(needsSlot: Bool) -> [ColumnSpecification] {
    [
      ColumnSpecification(Column.firstStudent, .reference),
      ColumnSpecification(Column.otherStudent, .reference),
      ColumnSpecification(Column.creneau, .text, isRequired: needsSlot),
    ]
  }

  /// Checks the cells, where the students and créneaux are not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(needsSlot: false))
  }

  /// The number of each row's créneau. Where there is one at most, it need not be named.
  private static func slots(
    _ table: DelimitedTable, _ slots: [String], _ workers: Workers, _ defects: inout [RowDefect]
  ) -> [Int] {
    guard table.has(Column.creneau) else { return [Int](repeating: 0, count: table.rowCount) }
    let cells = table.text(Column.creneau)
    let index = IdentifierIndex(IdentifierColumn(slots))
    let found = index.rows(of: cells, workers: workers)
    return found.indices.map { row in
      if found[row] >= 0 { return Int(found[row]) }
      if slots.count > 1 || !cells.range(row).isEmpty {
        let reason = index.reason(AllocationFileDefect.unknownSlot, notFound: row, of: cells)
        defects.append(RowDefect(row: row, column: Column.creneau, reason: reason))
      }
      return 0
    }
  }

  /// The line of the file an exchange stands on.
  package func line(ofSwap swap: Int) -> Int { table.line(ofRow: swap) }
}

public import Allocations
public import DelimitedText
import ExactValues
import Parallelism

/// A list of students: `eleve`.
public struct StudentList: Sendable {
  /// Positions of the students, ascending.
  public let students: [Int]

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(_ source: SourceText, of students: Students) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns)
    let index = IdentifierIndex(students.identifiers)
    let names = table.text("eleve")
    let rows = index.rows(of: names, workers: .one)
    let defects = rows.indices.filter { rows[$0] < 0 && !names.range($0).isEmpty }.map { row in
      let reason = index.reason(AllocationFileDefect.unknownStudent, notFound: row, of: names)
      return RowDefect(row: row, column: "eleve", reason: reason)
    }
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    self.students = rows.map(Int.init).sorted()
  }

  private static let columns = [ColumnSpecification("eleve", .identifier)]

  /// Checks the cells, where the students are not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }
}

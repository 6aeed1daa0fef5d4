public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A file that names students, such as those who still owe their semester abroad: `eleve`.
public struct StudentList: Sendable {
  /// Positions of the students, ascending.
  package let students: [Int]
  /// The identifiers of the students, in their order among all students.
  public let identifiers: [String]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - students: All students.
  /// - Throws: `InputDefects`: everything that is wrong with the file, unknown students included.
  public init(_ source: SourceText, of students: Students) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns)
    let index = IdentifierIndex(students.identifiers)
    let names = table.text(Column.student)
    let rows = index.rows(of: names, workers: .one)
    let defects = rows.indices.filter { rows[$0] < 0 && !names.range($0).isEmpty }.map { row in
      let reason = index.reason(AllocationFileDefect.unknownStudent, notFound: row, of: names)
      return RowDefect(row: row, column: Column.student, reason: reason)
    }
    try table.defects(adding: defects, identifiers: Column.student).throwIfAny()
    let positions = rows.map(Int.init).sorted()
    self.students = positions
    identifiers = positions.map { students.identifiers[$0] }
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - students: All students.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, of students: Students, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, of: students)
    }
  }

  private static let columns = [ColumnSpecification(Column.student, .identifier)]

  /// Checks the cells, where the students are not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }
}

public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A quotas file: `semestre,type,departs_max`; `*` stands for every semester, or for both types.
public struct QuotasFile: Sendable {
  /// The quotas, in order of the file.
  public let quotas: [DepartureQuota]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - destinations: Those whose semesters quotas can name.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  public init(_ source: SourceText, destinations: [Destination]) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns)
    let semesters = IdentifierIndex(IdentifierColumn(destinations.map(\.semester)))
    let names = table.text(Column.semester)
    let found = semesters.rows(of: names, workers: .one)
    let types = table.keywords(Column.type)
    var lines: [String: Int] = [:]
    var defects: [RowDefect] = []
    var quotas: [DepartureQuota] = []
    for row in 0..<table.rowCount {
      let semester = names[row]
      let quota = DepartureQuota(
        semester: semester == "*" ? nil : semester,
        type: Int(types[row]) < MobilityType.allCases.count ? MobilityType.allCases[Int(types[row])] : nil,
        most: table.integers(Column.mostDepartures)[row])
      if let semester = quota.semester, !semester.isEmpty, found[row] < 0 {
        let reason = semesters.reason(AllocationFileDefect.unknownSemester, notFound: row, of: names)
        defects.append(RowDefect(row: row, column: Column.semester, reason: reason))
      }
      if let line = lines.updateValue(table.line(ofRow: row), forKey: quota.name), table.defects.isEmpty {
        defects.append(
          RowDefect(
            row: row, column: Column.semester, reason: AllocationFileDefect.repeatedQuota(firstLine: line))
        )
      }
      quotas.append(quota)
    }
    try table.defects(adding: defects, identifiers: Column.semester).throwIfAny()
    self.quotas = quotas
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - destinations: Those whose semesters quotas can name.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, destinations: [Destination], encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, destinations: destinations)
    }
  }

  private static let columns = [
    ColumnSpecification(Column.semester, .reference),
    ColumnSpecification(
      Column.type, .keyword(.anyCase(MobilityType.allCases.map { [$0.rawValue] } + [["*"]]))),
    ColumnSpecification(Column.mostDepartures, .integer(0...Destination.largestNumber)),
  ]

  /// Checks the cells, where the destinations are not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }
}

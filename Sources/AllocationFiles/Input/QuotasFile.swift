public import Allocations
public import DelimitedText
import ExactValues
import Parallelism

/// A quotas file: `semestre,type,departs_max`; `*` stands for every semester, or for both types.
public struct QuotasFile: Sendable {
  public let quotas: [DepartureQuota]

  /// - Parameter destinations: whose semesters quotas can name.
  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(_ source: SourceText, destinations: [Destination]) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns)
    let semesters = IdentifierIndex(IdentifierColumn(destinations.map(\.semester)))
    let names = table.text("semestre")
    let found = semesters.rows(of: names, workers: .one)
    let types = table.keywords("type")
    var lines: [String: Int] = [:]
    var defects: [RowDefect] = []
    var quotas: [DepartureQuota] = []
    for row in 0..<table.rowCount {
      let semester = names[row]
      let quota = DepartureQuota(
        semester: semester == "*" ? nil : semester,
        type: Int(types[row]) < MobilityType.allCases.count ? MobilityType.allCases[Int(types[row])] : nil,
        most: table.integers("departs_max")[row])
      if let semester = quota.semester, !semester.isEmpty, found[row] < 0 {
        let reason = semesters.reason(AllocationFileDefect.unknownSemester, notFound: row, of: names)
        defects.append(RowDefect(row: row, column: "semestre", reason: reason))
      }
      if let line = lines.updateValue(table.line(ofRow: row), forKey: quota.name), table.defects.isEmpty {
        defects.append(
          RowDefect(row: row, column: "semestre", reason: AllocationFileDefect.repeatedQuota(firstLine: line))
        )
      }
      quotas.append(quota)
    }
    try table.defects(adding: defects, identifiers: "semestre").throwIfAny()
    self.quotas = quotas
  }

  private static let columns = [
    ColumnSpecification("semestre", .reference),
    ColumnSpecification("type", .keyword(.anyCase(MobilityType.allCases.map { [$0.rawValue] } + [["*"]]))),
    ColumnSpecification("departs_max", .integer(0...DestinationsFile.largestNumber)),
  ]

  /// Checks the cells, where the destinations are not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }
}

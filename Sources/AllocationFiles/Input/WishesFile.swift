public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A wishes file: `eleve,rang,module` or `eleve,rang,destination`, a row for each wish.
public struct WishesFile: Sendable {
  public let wishes: Wishes
  private let table: DelimitedTable

  /// What students wish for.
  public enum Subject: String, Sendable {
    case module
    case destination
  }

  public static let largestRank = 1_000_000

  /// - Throws: ``InputDefects``: everything that is wrong with the file, or does not fit the other two.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes of all three.
  public init(
    _ source: SourceText, students: Students, electives: Catalogue, subject: Subject = .module,
    workers: Workers = Workers()
  ) throws(InputDefects) {
    let place = subject.rawValue
    let table = try DelimitedTable(source, columns: Self.columns(subject))
    self.table = table
    // A cell that is no identifier has been reported; nothing has its empty name.
    var defects: [RowDefect] = []
    func numbers(
      _ column: String, _ names: IdentifierColumn, _ reason: AllocationFileDefect
    ) -> [Int32] {
      let cells = table.text(column)
      let index = IdentifierIndex(names)
      let found = index.rows(of: cells, workers: workers)
      for row in found.indices where found[row] < 0 && !cells.range(row).isEmpty {
        let reason = index.reason(reason, notFound: row, of: cells)
        defects.append(RowDefect(row: row, column: column, reason: reason))
      }
      return found
    }
    let owners = numbers("eleve", students.identifiers, .unknownStudent)
    let modules = numbers(
      place, IdentifierColumn(electives.modules),
      subject == .module ? .unknownModule : .unknownDestination)
    if defects.isEmpty, table.defects.isEmpty {
      let repeats = Self.repeats(
        owners, modules, students: students.count, modules: electives.modules.count)
      for (row, first) in repeats {
        let line = table.line(ofRow: first)
        let reason: AllocationFileDefect =
          subject == .module ? .repeatedWish(firstLine: line) : .repeatedDestination(firstLine: line)
        defects.append(RowDefect(row: row, column: place, reason: reason))
      }
    }
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    wishes = Wishes(students: owners, ranks: table.integers("rang").map { Int32($0) }, modules: modules)
  }

  private static func columns(_ subject: Subject) -> [ColumnSpecification] {
    [
      ColumnSpecification("eleve", .reference), ColumnSpecification("rang", .integer(1...largestRank)),
      ColumnSpecification(subject.rawValue, .reference),
    ]
  }

  /// Checks the cells, where the students or the places are not known.
  public static func checkCells(_ source: SourceText, subject: Subject) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(subject))
  }

  /// The rows whose student has named their module before, each with the row of the first time.
  private static func repeats(
    _ owners: [Int32], _ modules: [Int32], students: Int, modules moduleCount: Int
  ) -> [(row: Int, first: Int)] {
    var starts = [Int](repeating: 0, count: students + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for student in 0..<students { starts[student + 1] += starts[student] }
    var rows = [Int](repeating: 0, count: owners.count)
    for (row, owner) in owners.enumerated() {
      rows[starts[Int(owner)]] = row
      starts[Int(owner)] += 1
    }
    var last = [(student: Int32, row: Int)](repeating: (-1, 0), count: moduleCount)
    var found: [(row: Int, first: Int)] = []
    for row in rows {
      let module = Int(modules[row])
      if last[module].student == owners[row] {
        found.append((row, last[module].row))
      } else {
        last[module] = (owners[row], row)
      }
    }
    return found
  }

  /// The line of the file a wish stands on.
  public func line(ofWish wish: Int) -> Int { table.line(ofRow: wish) }

  /// Refuses wishes of a rank that has no cost.
  public func check(_ costs: RankCosts) throws(InputDefects) {
    let largest = costs.largestRank
    let defects = wishes.ranks.indices.filter { wishes.ranks[$0] > largest }.map {
      RowDefect(row: $0, column: "rang", reason: AllocationFileDefect.rankWithoutCost(largest: largest))
    }
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
  }
}

public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A wishes file: `eleve,rang,module` or `eleve,rang,destination`, a row for each wish.
///
/// ```swift
/// let wishes = try WishesFile(contentsOf: "wishes.csv", students: students, catalogue: catalogue).wishes
/// ```
public struct WishesFile: Sendable {
  /// The wishes, in order of the file.
  public let wishes: Wishes
  private let table: DelimitedTable

  /// What students wish for; the raw value is the column's name.
  package enum Subject: String, Sendable {
    case module
    case destination
  }

  /// Reads a text of wishes for modules.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - students: All students.
  ///   - catalogue: The modules.
  ///   - workers: The threads that look up the names.
  /// - Throws: `InputDefects`: everything that is wrong with the file, unknown students and modules
  ///   included.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes of all three.
  public init(
    _ source: SourceText, students: Students, catalogue: Catalogue, workers: Workers = Workers()
  ) throws(InputDefects) {
    try self.init(source, students: students, catalogue: catalogue, subject: .module, workers: workers)
  }

  /// Reads a text of wishes for destinations.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - students: All students.
  ///   - mobility: The destinations.
  ///   - workers: The threads that look up the names.
  /// - Throws: `InputDefects`: everything that is wrong with the file, unknown students and destinations
  ///   included.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes of all three.
  public init(
    _ source: SourceText, students: Students, mobility: Mobility, workers: Workers = Workers()
  ) throws(InputDefects) {
    try self.init(
      source, students: students, catalogue: mobility.catalogue, subject: .destination, workers: workers)
  }

  /// Reads the file of wishes for modules at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - students: All students.
  ///   - catalogue: The modules.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, students: Students, catalogue: Catalogue, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, students: students, catalogue: catalogue, workers: workers)
    }
  }

  /// Reads the file of wishes for destinations at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - students: All students.
  ///   - mobility: The destinations.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, students: Students, mobility: Mobility, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, students: students, mobility: mobility, workers: workers)
    }
  }

  /// - Throws: `InputDefects`: everything that is wrong with the file, or does not fit the other two.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes of all three.
  package init(
    _ source: SourceText, students: Students, catalogue: Catalogue, subject: Subject,
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
    let owners = numbers(Column.student, students.identifiers, .unknownStudent)
    let modules = numbers(
      place, IdentifierColumn(catalogue.modules),
      subject == .module ? .unknownModule : .unknownDestination)
    if defects.isEmpty, table.defects.isEmpty {
      let repeats = Self.repeats(
        owners, modules, students: students.count, modules: catalogue.modules.count)
      for (row, first) in repeats {
        let line = table.line(ofRow: first)
        let reason: AllocationFileDefect =
          subject == .module ? .repeatedWish(firstLine: line) : .repeatedDestination(firstLine: line)
        defects.append(RowDefect(row: row, column: place, reason: reason))
      }
    }
    try table.defects(adding: defects, identifiers: Column.student).throwIfAny()
    wishes = Wishes(
      checked: owners, ranks: table.integers(Column.rank).map { Int32($0) }, modules: modules, of: students,
      for: catalogue)
  }

  private static func columns(_ subject: Subject) -> [ColumnSpecification] {
    [
      ColumnSpecification(Column.student, .reference),
      ColumnSpecification(Column.rank, .integer(1...Wish.largestRank)),
      ColumnSpecification(subject.rawValue, .reference),
    ]
  }

  /// Checks the cells, where the students or the places are not known.
  package static func checkCells(_ source: SourceText, subject: Subject) throws(InputDefects) {
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
  package func line(ofWish wish: Int) -> Int { table.line(ofRow: wish) }

  /// Refuses wishes of a rank that has no cost.
  package func check(_ costs: RankCosts) throws(InputDefects) {
    let largest = costs.largestRank
    let defects = wishes.ranks.indices.filter { wishes.ranks[$0] > largest }.map {
      RowDefect(row: $0, column: Column.rank, reason: AllocationFileDefect.rankWithoutCost(largest: largest))
    }
    try table.defects(adding: defects, identifiers: Column.student).throwIfAny()
  }
}

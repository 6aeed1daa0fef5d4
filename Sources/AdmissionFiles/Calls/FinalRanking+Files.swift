public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

extension FinalRanking {
  /// Reads and checks the file of a final list, `rang,candidat[,boursier][,secteur]`.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - needsBoursiers: whether the list must say who is a boursier, for a quota.
  ///   - needsSecteurs: whether the list must say who is of the secteur, for a quota.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it;
  ///   `CancellationError` where the task is cancelled.
  public init(
    contentsOf path: String, needsBoursiers: Bool = false, needsSecteurs: Bool = false,
    encoding: TextEncoding = .utf8, workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try FinalRanking($0, needsBoursiers: needsBoursiers, needsSecteurs: needsSecteurs)
    }
  }

  /// Reads and checks the text of such a file.
  ///
  /// - Parameters:
  ///   - source: the text; rows in any order.
  ///   - needsBoursiers: whether the list must say who is a boursier, for a quota.
  ///   - needsSecteurs: whether the list must say who is of the secteur, for a quota.
  /// - Throws: `InputDefects` with everything that is wrong with the file, repeated ranks included.
  public init(
    _ source: SourceText, needsBoursiers: Bool = false, needsSecteurs: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns, unused: Self.unused)
    var missing = InputDefects(file: source.file)
    for (name, isNeeded) in [
      (AdmissionColumn.boursier, needsBoursiers), (AdmissionColumn.secteur, needsSecteurs),
    ]
    where isNeeded && !table.has(name) {
      missing.add(InputDefect(line: 1, column: name, reason: CallFileDefect.quotaWithoutColumn))
    }
    try missing.throwIfAny()
    let ranks = table.integers(AdmissionColumn.rank)
    let (rows, repeats) = orderedRows(ranks, table, AdmissionColumn.rank) {
      CallFileDefect.repeatedRank(firstLine: $0)
    }
    try table.defects(adding: repeats, identifiers: AdmissionColumn.candidate).throwIfAny()
    func flags(_ name: String) -> [Bool]? {
      guard table.has(name) else { return nil }
      let column = table.booleans(name)
      return rows.map { column[Int($0)] }
    }
    self.init(
      identifiers: table.text(AdmissionColumn.candidate).gathered(rows), ranks: rows.map { ranks[Int($0)] },
      boursiers: flags(AdmissionColumn.boursier), secteurs: flags(AdmissionColumn.secteur))
  }

  private static let columns = [
    ColumnSpecification(AdmissionColumn.rank, .integer(1...Int.max)),
    ColumnSpecification(AdmissionColumn.candidate, .identifier),
    ColumnSpecification(AdmissionColumn.boursier, .boolean, isRequired: false),
    ColumnSpecification(AdmissionColumn.secteur, .boolean, isRequired: false),
  ]

  /// The other columns of a final list.
  private static let unused = [
    AdmissionColumn.admissibilityRank, AdmissionColumn.generalScore, AdmissionColumn.scientificScore,
    AdmissionColumn.birthDate, AdmissionColumn.genre, AdmissionColumn.decidedBy,
    AdmissionColumn.exactGeneralScore, AdmissionColumn.exactScientificScore, AdmissionColumn.decision,
  ]

  /// Checks the cells of insertions, where the list is not known.
  package static func checkInsertionCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }

  /// Inserts candidates late: each gets the rank that its row says, and the ranks from there on go up by one.
  ///
  /// - Parameter source: `rang,candidat`, and `boursier` and `secteur` where the list has them.
  /// - Throws: `InputDefects` for everything wrong with the insertions: a rank beyond the end, a candidate
  ///   who stands on the list. Nothing has changed then.
  public mutating func insert(_ source: SourceText) throws(InputDefects) {
    let columns = Self.columns.map { column in
      let isNeeded =
        switch column.name {
        case AdmissionColumn.boursier: boursiers != nil
        case AdmissionColumn.secteur: secteurs != nil
        default: true
        }
      return ColumnSpecification(column.name, column.kind, isRequired: isNeeded)
    }
    let table = try DelimitedTable(source, columns: columns)
    let wanted = table.integers(AdmissionColumn.rank)
    let (rows, repeats) = orderedRows(wanted, table, AdmissionColumn.rank) {
      CallFileDefect.repeatedRank(firstLine: $0)
    }
    var defects = repeats
    let names = table.text(AdmissionColumn.candidate)
    let identifiers = identifiers.gathered((0..<count).map { UInt32(row($0)) })
    let known = IdentifierIndex(identifiers).rows(of: names, workers: .one)
    for row in known.indices where known[row] >= 0 && !names.range(row).isEmpty {
      defects.append(
        RowDefect(row: row, column: AdmissionColumn.candidate, reason: CallFileDefect.insertedAlready))
    }
    var merged = MergedList(self, room: rows.count)
    for row in rows.map(Int.init) {
      merged.copy(below: wanted[row])
      if !merged.insert(wanted[row], named: names[row]) {
        let last = count > 0 ? rank(count - 1) : 0
        let reason = CallFileDefect.beyondTheEnd(last: last + rows.count)
        defects.append(RowDefect(row: row, column: AdmissionColumn.rank, reason: reason))
      }
      if boursiers != nil { merged.boursiers.append(table.booleans(AdmissionColumn.boursier)[row]) }
      if secteurs != nil { merged.secteurs.append(table.booleans(AdmissionColumn.secteur)[row]) }
    }
    try table.defects(adding: defects, identifiers: AdmissionColumn.candidate).throwIfAny()
    merged.copy(below: .max)
    self = FinalRanking(
      identifiers: IdentifierColumn(merged.names), ranks: merged.ranks,
      boursiers: boursiers.map { _ in merged.boursiers }, secteurs: secteurs.map { _ in merged.secteurs })
  }
}

/// A list in the making, from another one and from candidates inserted between its rows.
private struct MergedList {
  private let list: FinalRanking
  private var next = 0
  private var shift = 0
  var names: [String] = []
  var ranks: [Int] = []
  var boursiers: [Bool] = []
  var secteurs: [Bool] = []

  init(_ list: FinalRanking, room: Int) {
    self.list = list
    names.reserveCapacity(list.count + room)
    ranks.reserveCapacity(list.count + room)
  }

  /// Copies the rows of the list whose rank is below one of the new list.
  mutating func copy(below rank: Int) {
    while next < list.count, list.rank(next) < rank - shift {
      names.append(list.identifiers[list.row(next)])
      ranks.append(list.rank(next) + shift)
      if let flags = list.boursiers { boursiers.append(flags[next]) }
      if let flags = list.secteurs { secteurs.append(flags[next]) }
      next += 1
    }
  }

  /// - Returns: whether the rank is no further than next to the last.
  mutating func insert(_ rank: Int, named name: String) -> Bool {
    let isInside = next < list.count || rank <= (ranks.last ?? 0) + 1
    names.append(name)
    ranks.append(rank)
    shift += 1
    return isInside
  }
}

/// The rows of a table by a column of numbers that should all be different.
///
/// - Complexity: O(*n*) where the file has them ascending, O(*n* log *n*) otherwise.
func orderedRows(
  _ numbers: [Int], _ table: DelimitedTable, _ column: String,
  _ reason: (_ firstLine: Int) -> CallFileDefect
) -> (rows: [UInt32], repeats: [RowDefect]) {
  var rows = (0..<UInt32(numbers.count)).map { $0 }
  let isAscending = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  // A cell with a defect holds a number of no meaning.
  guard table.defects.isEmpty, !isAscending else { return (rows, []) }
  rows.sort { (numbers[Int($0)], $0) < (numbers[Int($1)], $1) }
  var repeats: [RowDefect] = []
  var first = 0
  for index in rows.indices.dropFirst() {
    if numbers[Int(rows[index])] == numbers[Int(rows[first])] {
      let line = table.line(ofRow: Int(rows[first]))
      repeats.append(RowDefect(row: Int(rows[index]), column: column, reason: reason(line)))
    } else {
      first = index
    }
  }
  return (rows, repeats)
}

public import AdmissionCalls
public import DelimitedText
public import ExactValues
import Parallelism

/// A final list as `admit` writes it, best-ranked first: `rang,candidat[,boursier][,secteur]`.
public struct FinalListFile: Sendable {
  public private(set) var identifiers: IdentifierColumn
  /// As the file has them, with those inserted.
  public private(set) var ranks: [Int]
  /// nil where the file does not say.
  public private(set) var boursiers: [Bool]?
  /// nil where the file does not say.
  public private(set) var secteurs: [Bool]?

  /// - Parameters:
  ///   - source: the text; rows in any order.
  ///   - needsBoursiers: whether a quota is asked of the boursiers.
  ///   - needsSecteurs: whether one is asked of the secteur.
  /// - Throws: ``InputDefects`` for everything wrong with the file, repeated ranks included.
  public init(
    _ source: SourceText, needsBoursiers: Bool = false, needsSecteurs: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns, unused: Self.unused)
    var missing = InputDefects(file: source.file)
    for (name, isNeeded) in [("boursier", needsBoursiers), ("secteur", needsSecteurs)]
    where isNeeded && !table.has(name) {
      missing.add(InputDefect(line: 1, column: name, reason: CallFileDefect.quotaWithoutColumn))
    }
    try missing.throwIfAny()
    let ranks = table.integers("rang")
    let (rows, repeats) = orderedRows(ranks, table, "rang") { CallFileDefect.repeatedRank(firstLine: $0) }
    try table.defects(adding: repeats, identifiers: "candidat").throwIfAny()
    identifiers = table.text("candidat").gathered(rows)
    self.ranks = rows.map { ranks[Int($0)] }
    func flags(_ name: String) -> [Bool]? {
      guard table.has(name) else { return nil }
      let column = table.booleans(name)
      return rows.map { column[Int($0)] }
    }
    boursiers = flags("boursier")
    secteurs = flags("secteur")
  }

  private static let columns = [
    ColumnSpecification("rang", .integer(1...Int.max)), ColumnSpecification("candidat", .identifier),
    ColumnSpecification("boursier", .boolean, isRequired: false),
    ColumnSpecification("secteur", .boolean, isRequired: false),
  ]

  /// What else `admit` writes.
  private static let unused = [
    "rang_admissibilite", "note_generale", "note_scientifique", "naissance", "genre", "departage",
    "generale_exacte", "scientifique_exacte", "decision",
  ]

  /// Checks the cells of insertions, where the list is not known.
  public static func checkInsertionCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }

  public var count: Int { ranks.count }

  /// What counts for the order of calls; what the file does not say is taken as no.
  public var ranking: FinalRanking {
    let none = [Bool](repeating: false, count: count)
    return FinalRanking(boursiers: boursiers ?? none, secteurs: secteurs ?? none)
  }

  /// Inserts candidates late: each gets the rank that its row says, and the ranks from there on go up by one.
  ///
  /// - Parameter source: `rang,candidat`, and `boursier` and `secteur` where the list has them.
  /// - Throws: ``InputDefects`` for everything wrong with the insertions: a rank beyond the end, a candidate
  ///   who stands on the list.
  public mutating func insert(_ source: SourceText) throws(InputDefects) {
    let columns = Self.columns.map { column in
      let isNeeded =
        switch column.name {
        case "boursier": boursiers != nil
        case "secteur": secteurs != nil
        default: true
        }
      return ColumnSpecification(column.name, column.kind, isRequired: isNeeded)
    }
    let table = try DelimitedTable(source, columns: columns)
    let wanted = table.integers("rang")
    let (rows, repeats) = orderedRows(wanted, table, "rang") { CallFileDefect.repeatedRank(firstLine: $0) }
    var defects = repeats
    let names = table.text("candidat")
    let known = IdentifierIndex(identifiers).rows(of: names, workers: .one)
    for row in known.indices where known[row] >= 0 && !names.range(row).isEmpty {
      defects.append(RowDefect(row: row, column: "candidat", reason: CallFileDefect.insertedAlready))
    }
    var merged = MergedList(self, room: rows.count)
    for row in rows.map(Int.init) {
      merged.copy(below: wanted[row])
      if !merged.insert(wanted[row], named: names[row]) {
        let reason = CallFileDefect.beyondTheEnd(last: (ranks.last ?? 0) + rows.count)
        defects.append(RowDefect(row: row, column: "rang", reason: reason))
      }
      if boursiers != nil { merged.boursiers.append(table.booleans("boursier")[row]) }
      if secteurs != nil { merged.secteurs.append(table.booleans("secteur")[row]) }
    }
    try table.defects(adding: defects, identifiers: "candidat").throwIfAny()
    merged.copy(below: .max)
    identifiers = IdentifierColumn(merged.names)
    ranks = merged.ranks
    boursiers = boursiers.map { _ in merged.boursiers }
    secteurs = secteurs.map { _ in merged.secteurs }
  }
}

/// A list in the making, from another one and from candidates inserted between its rows.
private struct MergedList {
  private let list: FinalListFile
  private var next = 0
  private var shift = 0
  var names: [String] = []
  var ranks: [Int] = []
  var boursiers: [Bool] = []
  var secteurs: [Bool] = []

  init(_ list: FinalListFile, room: Int) {
    self.list = list
    names.reserveCapacity(list.count + room)
    ranks.reserveCapacity(list.count + room)
  }

  /// Copies the rows of the list whose rank is below one of the new list.
  mutating func copy(below rank: Int) {
    while next < list.count, list.ranks[next] < rank - shift {
      names.append(list.identifiers[next])
      ranks.append(list.ranks[next] + shift)
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

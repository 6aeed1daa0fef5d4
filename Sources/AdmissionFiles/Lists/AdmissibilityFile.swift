import Admission
public import DelimitedText
public import ExactValues
import Parallelism

/// An admissibility list read back from a file, by rank.
public struct AdmissibilityFile: Sendable {
  /// The file's columns, in its order.
  public let columns: [String]
  /// No list has more.
  public static let mostColumns = 1_000
  /// By rank: the row of the table.
  private let rows: [Int]
  private let table: DelimitedTable

  /// - Throws: ``InputDefects`` for everything wrong with the file, and for a list that contradicts itself.
  public init(_ source: SourceText) throws(InputDefects) {
    let known = [
      ColumnSpecification("rang", .integer(1...Int.max)), ColumnSpecification("candidat", .identifier),
      ColumnSpecification("generale_exacte", .fraction(atMost: 20)),
    ]
    let header = try DelimitedHeader(source, wanted: known.map(\.name))
    var defects = InputDefects(file: source.file)
    if header.looksLikeData, !known.contains(where: { header.has($0.name) }) {
      throw InputDefects(
        file: source.file, InputDefect(line: header.line, column: "", reason: CellDefect.noHeader))
    }
    guard header.names.count <= Self.mostColumns else {
      throw InputDefects(
        file: source.file, InputDefect(line: 1, column: "", reason: ListDefect.tooManyColumns))
    }
    for name in ["rang_admissibilite", "decision"] where header.has(name) {
      defects.add(InputDefect(line: header.line, column: name, reason: ListDefect.reservedColumn))
    }
    var seen: Set<String> = []
    for name in header.names where !seen.insert(foldedName(name)).inserted {
      defects.add(InputDefect(line: header.line, column: name, reason: ListDefect.repeatedColumn))
    }
    try defects.throwIfAny()
    let names = Self.contractNames(header.names)
    let others = names.filter { name in !known.contains { $0.name == name } }
    let table = try DelimitedTable(
      source, columns: known + others.map { ColumnSpecification($0, .text) }, header: header)
    self.table = table
    columns = names
    let ranks = table.integers("rang")
    rows = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    defects = table.defects
    defects.merge(contradictions())
    try defects.throwIfAny()
  }

  /// The columns' names, those of the contract as it spells them.
  private static func contractNames(_ names: [String]) -> [String] {
    let spellings = [
      "rang", "candidat", "note_generale", "note_scientifique", "naissance", "boursier", "genre", "departage",
      "generale_exacte", "scientifique_exacte", "secteur",
    ]
    let spelling = Dictionary(uniqueKeysWithValues: spellings.map { (foldedName($0), $0) })
    return names.map { spelling[foldedName($0)] ?? $0 }
  }

  private func contradictions() -> InputDefects {
    guard table.defects.isEmpty else { return InputDefects(file: table.file) }
    let ranks = table.integers("rang")
    let notes = table.fractions("generale_exacte")
    let rounded = columns.contains("note_generale") ? table.text("note_generale") : nil
    var found: [(row: Int, column: String, reason: ListDefect)] = []
    func report(_ row: Int, _ column: String, _ reason: ListDefect) { found.append((row, column, reason)) }
    for (place, row) in rows.enumerated() {
      if place > 0, ranks[row] == ranks[rows[place - 1]] { report(row, "rang", .repeatedRank) }
      if place > 0, notes[row] > notes[rows[place - 1]] {
        report(row, "generale_exacte", .betterThanRankBefore)
      }
      if let rounded, decimal(rounded[row]).map({ notes[row].isPrinted(as: $0) }) != true {
        report(row, "note_generale", .noteContradictsExact)
      }
    }
    var defects = InputDefects(file: table.file)
    let identifiers = table.text("candidat")
    for (row, column, reason) in found.sorted(by: { $0.row < $1.row }) {
      defects.add(
        InputDefect(
          line: table.line(ofRow: row), column: column, identifier: identifiers[row], reason: reason))
    }
    return defects
  }

  public var count: Int { rows.count }

  /// The notes générales, by rank.
  public var notes: [Fraction] {
    let notes = table.fractions("generale_exacte")
    return rows.map { notes[$0] }
  }

  public func identifier(_ position: Int) -> String { table.text("candidat")[rows[position]] }

  /// By rank.
  var identifiers: IdentifierColumn { table.text("candidat").gathered(rows.map { UInt32($0) }) }

  public func rank(_ position: Int) -> Int { table.integers("rang")[rows[position]] }

  /// The line of the file a position's row starts on.
  func line(_ position: Int) -> Int { table.line(ofRow: rows[position]) }

  /// What is wrong with the file: nothing. What does not fit it is added to this.
  var noDefects: InputDefects { table.defects }

  /// A column to be written again.
  ///
  /// - Parameter bar: no note générale below it is printed as one that reaches it.
  func column(_ name: String, under bar: Fraction) -> ListColumn {
    let notes = table.fractions("generale_exacte").lazy
    return switch name {
    case "generale_exacte":
      ListColumn(kind: .text, cells: IdentifierColumn(notes.map(\.description)), rows: rows)
    case "note_generale":
      ListColumn(
        kind: .decimal, cells: IdentifierColumn(notes.map { $0.decimalText(under: bar) }), rows: rows)
    case "note_scientifique":
      rewritten(name, .decimal) { decimal($0)?.description }
    case "scientifique_exacte":
      rewritten(name, .text) { Fraction(parsing: $0)?.description }
    default: ListColumn(kind: .text, cells: table.text(name), rows: rows)
    }
  }

  /// A column whose cells are written another way where that can be.
  private func rewritten(
    _ name: String, _ kind: ListColumn.Kind, _ text: (String) -> String?
  ) -> ListColumn {
    let cells = table.text(name)
    let texts = (0..<cells.count).map { text(cells[$0]) ?? cells[$0] }
    return ListColumn(kind: kind, cells: IdentifierColumn(texts), rows: rows)
  }
}

/// A column of a list, written by position: texts as they are, decimals as the format has them.
struct ListColumn: Sendable {
  enum Kind { case text, decimal }

  let kind: Kind
  let cells: IdentifierColumn
  /// By position in the list: the row of the cell.
  let rows: [Int]

  func write(_ position: Int, to text: inout TableText) {
    switch kind {
    case .text: text.identifier(rows[position], of: cells)
    case .decimal: text.decimal(cells[rows[position]])
    }
  }
}

private func decimal(_ text: String) -> FixedDecimal? { try? FixedDecimal(parsing: text) }

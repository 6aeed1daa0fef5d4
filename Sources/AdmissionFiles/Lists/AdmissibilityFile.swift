public import Admission
public import DelimitedText
public import ExactValues
public import Parallelism

/// An admissibility list read back from a file, by rank: whole, and without contradiction.
public struct AdmissibilityFile: Sendable {
  /// The file's columns, in its order.
  public let columns: [String]
  /// No list has more.
  public static let mostColumns = 1_000
  /// The candidates, best first.
  public let identifiers: IdentifierColumn
  /// Their ranks, ascending.
  public let ranks: [Int]
  /// Their exact notes générales, descending.
  public let generalScores: [Fraction]
  /// By rank: the row of the table.
  private let rows: [UInt32]
  private let table: DelimitedTable

  /// Reads and checks the file of an admissibility list, as ``RankingTable`` writes it.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it,
  ///   and for a list that contradicts itself; `CancellationError` where the task is cancelled.
  public init(
    contentsOf path: String, encoding: TextEncoding = .utf8, workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try AdmissibilityFile($0)
    }
  }

  /// Reads and checks the text of such a file.
  ///
  /// - Parameter source: the text; rows in any order.
  /// - Throws: `InputDefects` with everything that is wrong with the file, and for a list that contradicts itself.
  public init(_ source: SourceText) throws(InputDefects) {
    let known = [
      ColumnSpecification(AdmissionColumn.rank, .integer(1...Int.max)),
      ColumnSpecification(AdmissionColumn.candidate, .identifier),
      ColumnSpecification(AdmissionColumn.exactGeneralScore, .fraction(atMost: 20)),
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
    for name in [AdmissionColumn.admissibilityRank, AdmissionColumn.decision] where header.has(name) {
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
    let ranks = table.integers(AdmissionColumn.rank)
    let scores = table.fractions(AdmissionColumn.exactGeneralScore)
    let rows = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { UInt32($0) }
    self.rows = rows
    identifiers = table.text(AdmissionColumn.candidate).gathered(rows)
    self.ranks = rows.map { ranks[Int($0)] }
    generalScores = rows.map { scores[Int($0)] }
    defects = table.defects
    defects.merge(contradictions())
    try defects.throwIfAny()
  }

  /// The columns' names, those of the contract as it spells them.
  private static func contractNames(_ names: [String]) -> [String] {
    let spellings = [
      AdmissionColumn.rank, AdmissionColumn.candidate, AdmissionColumn.generalScore,
      AdmissionColumn.scientificScore, AdmissionColumn.birthDate, AdmissionColumn.boursier,
      AdmissionColumn.genre, AdmissionColumn.decidedBy, AdmissionColumn.exactGeneralScore,
      AdmissionColumn.exactScientificScore, AdmissionColumn.secteur,
    ]
    let spelling = Dictionary(uniqueKeysWithValues: spellings.map { (foldedName($0), $0) })
    return names.map { spelling[foldedName($0)] ?? $0 }
  }

  private func contradictions() -> InputDefects {
    guard table.defects.isEmpty else { return InputDefects(file: table.file) }
    let rounded =
      columns.contains(AdmissionColumn.generalScore) ? table.text(AdmissionColumn.generalScore) : nil
    var found: [(row: Int, column: String, reason: ListDefect)] = []
    func report(_ row: Int, _ column: String, _ reason: ListDefect) { found.append((row, column, reason)) }
    for (place, row) in rows.map(Int.init).enumerated() {
      let score = generalScores[place]
      if place > 0, ranks[place] == ranks[place - 1] { report(row, AdmissionColumn.rank, .repeatedRank) }
      if place > 0, score > generalScores[place - 1] {
        report(row, AdmissionColumn.exactGeneralScore, .betterThanRankBefore)
      }
      if let rounded, decimal(rounded[row]).map({ score.isPrinted(as: $0) }) != true {
        report(row, AdmissionColumn.generalScore, .scoreContradictsExact)
      }
    }
    var defects = InputDefects(file: table.file)
    let identifiers = table.text(AdmissionColumn.candidate)
    for (row, column, reason) in found.sorted(by: { $0.row < $1.row }) {
      defects.add(
        InputDefect(
          line: table.line(ofRow: row), column: column, identifier: identifiers[row], reason: reason))
    }
    return defects
  }

  /// How many candidates are on the list.
  public var count: Int { rows.count }

  /// The line of the file that a position's row starts on.
  func line(_ position: Int) -> Int { table.line(ofRow: Int(rows[position])) }

  /// What is wrong with the file: nothing. What does not fit it is added to this.
  var noDefects: InputDefects { table.defects }

  /// A column to be written again.
  ///
  /// - Parameter barre: no note générale below it is printed as one that reaches it.
  func column(_ name: String, under barre: Fraction) -> ListColumn {
    let scores = table.fractions(AdmissionColumn.exactGeneralScore).lazy
    return switch name {
    case AdmissionColumn.exactGeneralScore:
      ListColumn(kind: .text, cells: IdentifierColumn(scores.map(\.description)), rows: rows)
    case AdmissionColumn.generalScore:
      ListColumn(
        kind: .decimal, cells: IdentifierColumn(scores.map { $0.decimalText(under: barre) }), rows: rows)
    case AdmissionColumn.scientificScore:
      rewritten(name, .decimal) { decimal($0)?.description }
    case AdmissionColumn.exactScientificScore:
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

extension OralPhase {
  /// The second phase of a list that was read back.
  ///
  /// - Parameters:
  ///   - list: the admissibility list.
  ///   - admissionBarre: the barre d'admission.
  public init(_ list: AdmissibilityFile, admissionBarre: Mark) {
    self.init(
      identifiers: list.identifiers, ranks: list.ranks, generalScores: list.generalScores,
      admissionBarre: admissionBarre)
  }
}

/// A column of a list, written by position: texts as they are, decimals as the format has them.
struct ListColumn: Sendable {
  enum Kind { case text, decimal }

  let kind: Kind
  let cells: IdentifierColumn
  /// By position in the list: the row of the cell.
  let rows: [UInt32]

  func write(_ position: Int, to text: inout TableText) {
    switch kind {
    case .text: text.identifier(Int(rows[position]), of: cells)
    case .decimal: text.decimal(cells[Int(rows[position])])
    }
  }
}

private func decimal(_ text: String) -> FixedDecimal? { try? FixedDecimal(parsing: text) }

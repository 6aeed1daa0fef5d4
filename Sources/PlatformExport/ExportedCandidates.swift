public import Admission
public import AdmissionFiles
public import DelimitedText
import ExactValues
public import Workers

/// The candidates of the platform's export, as far as a mapping asks for them (règlement 5.2.1).
///
/// Means are exact. Only the columns of the mapping are kept in memory; those that say who a person is cannot be
/// among them.
public struct ExportedCandidates: Sendable {
  /// Their doublettes are positions in ``doublettes``.
  public let candidates: Candidates
  public let doublettes: [String]
  public let evaluations: [(name: String, isMean: Bool)]
  /// How many rows were left out because no doublette has their specialities.
  public let leftOut: Int
  public let audit: ExportAudit

  /// - Throws: ``InputDefects`` for everything wrong with the export.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers. Memory: the columns of the mapping.
  public init(
    _ source: SourceText, mapping: ExportMapping, workers: Workers = Workers()
  ) throws(InputDefects) {
    let header = try DelimitedHeader(
      source, wanted: [mapping.candidate.header, mapping.birthDate.header].compactMap(\.self))
    let columns = try ExportColumns(mapping, header, file: source.file)
    audit = ExportAudit(columns, header)
    doublettes = mapping.doublettes.specialities.map(\.name)
    evaluations = mapping.evaluations.map { ($0.name, $0.isMean) }
    let table = try DelimitedTable(source, columns: columns.specifications, header: header)
    var rows = ExportRows(table, columns)
    let doublettes = rows.doublettes(mapping.doublettes)
    let boursiers = rows.flags(mapping.boursier, columns.boursier)
    let secteurs = mapping.secteur.flatMap { flag in columns.secteur.map { rows.flags(flag, $0) } }
    let marks = zip(mapping.evaluations, columns.evaluations).map { rows.marks($0, $1, doublettes, workers) }
    let candidate = ExportColumns.key(columns.candidate)
    try table.defects(adding: rows.defects, identifiers: candidate).throwIfAny()
    let kept = (0..<UInt32(table.rowCount)).filter { doublettes[Int($0)] != ExportRows.leftOut }
    leftOut = table.rowCount - kept.count
    func chosen<Value>(_ column: [Value]) -> [Value] {
      kept.count == column.count ? column : kept.map { column[Int($0)] }
    }
    candidates = Candidates(
      identifiers: table.text(candidate).gathered(kept),
      birthDates: chosen(table.dates(ExportColumns.key(columns.birthDate))), boursiers: chosen(boursiers),
      genres: chosen(table.keywords(ExportColumns.key(columns.genre))).map {
        Genre(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .autre
      },
      doublettes: chosen(doublettes), secteurs: secteurs.map(chosen),
      marks: marks.map { kept.count == $0.count ? $0 : $0.gathered(kept) })
  }

  /// Checks the rows of an export, where the mapping is not known: no cell of them is looked at.
  public static func checkRows(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: [])
  }

  /// The candidates as a scheme has them, without a file between.
  ///
  /// - Returns: nil where the mapping lacks an evaluation of the scheme. A doublette that the scheme lacks is
  ///   ``Candidates/unknownDoublette``.
  public func candidates(for scheme: AdmissionScheme) -> Candidates? {
    let places = scheme.evaluations.map { wanted in evaluations.firstIndex { $0.name == wanted.name } }
    guard !places.contains(nil) else { return nil }
    let positions = doublettes.map { name in
      scheme.doublettes.firstIndex(of: name).map { UInt16($0) } ?? Candidates.unknownDoublette
    }
    return Candidates(
      identifiers: candidates.identifiers, birthDates: candidates.birthDates,
      boursiers: candidates.boursiers, genres: candidates.genres,
      doublettes: candidates.doublettes.map { positions[Int($0)] }, secteurs: candidates.secteurs,
      marks: places.compactMap { $0.map { candidates.marks[$0] } })
  }

  /// The table that `rank` and its like read.
  public var table: CandidatesTable {
    CandidatesTable(candidates, doublettes: doublettes, evaluations: evaluations)
  }
}

/// The rows of an export, being made out.
private struct ExportRows {
  private let table: DelimitedTable
  private let columns: ExportColumns
  private(set) var defects: [RowDefect] = []

  /// Stands for the doublette of a row that is left out.
  static let leftOut = Candidates.unknownDoublette

  init(_ table: DelimitedTable, _ columns: ExportColumns) {
    self.table = table
    self.columns = columns
  }

  private mutating func report(_ row: Int, _ position: Int, _ reason: any DefectReason) {
    defects.append(RowDefect(row: row, column: columns.labels[position], reason: reason))
  }

  /// For each row of a text column, the first row that holds the same: each different cell is looked at once.
  private func firstRows(_ position: Int) -> (cells: IdentifierColumn, first: [Int32]) {
    let cells = table.text(ExportColumns.key(position))
    return (cells, IdentifierIndex(cells).rows(of: cells, workers: .one))
  }

  mutating func flags(_ flag: ExportFlag, _ position: Int) -> [Bool] {
    let (cells, first) = firstRows(position)
    var meanings: [Int32: Bool?] = [:]
    return first.enumerated().map { row, first in
      let meaning: Bool?
      if let known = meanings[first] {
        meaning = known
      } else {
        meaning = flag.meaning(cells[row])
        meanings[first] = .some(meaning)
      }
      if let meaning { return meaning }
      report(row, position, cells.range(row).isEmpty ? CellDefect.empty : ExportDefect.neitherYesNorNo)
      return false
    }
  }

  /// Positions in the mapping's doublettes, ``leftOut`` for other specialities.
  mutating func doublettes(_ rule: ExportDoublettes) -> [UInt16] {
    var known: [[String]: UInt16] = [:]
    for (index, doublette) in rule.specialities.enumerated() {
      for alternative in doublette.alternatives {
        known[alternative.map(comparable).sorted()] = UInt16(index)
      }
    }
    let cells = columns.doublettes.map { firstRows($0) }
    var found: [[Int32]: UInt16] = [:]
    return (0..<table.rowCount).map { row in
      let first = cells.map { $0.first[row] }
      let doublette: UInt16
      if let index = found[first] {
        doublette = index
      } else {
        doublette = known[cells.map { comparable($0.cells[row]) }.sorted()] ?? Self.leftOut
        found[first] = doublette
      }
      if doublette == Self.leftOut, !rule.leavesOutOthers {
        report(row, columns.doublettes[0], ExportDefect.unknownSpecialities)
      }
      return doublette
    }
  }

  /// The marks of an evaluation.
  mutating func marks(
    _ evaluation: ExportEvaluation, _ positions: [Int], _ doublettes: [UInt16], _ workers: Workers
  ) -> MarkCells {
    let terms = positions.map { table.marks(ExportColumns.key($0)) }
    guard case .mean(_, let rule) = evaluation.source else { return terms[0] }
    let mean = ExactMean(terms: terms.count, missing: rule)
    if rule == .reject {
      for row in doublettes.indices where doublettes[row] != Self.leftOut {
        for (term, position) in zip(terms, positions) where term.cells[row] == .missing {
          report(row, position, ExportDefect.missingTerm)
        }
      }
    }
    return mean.of(terms, workers: workers)
  }
}

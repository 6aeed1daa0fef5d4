public import Admission
public import AdmissionFiles
public import DelimitedText
import ExactValues
public import Parallelism

/// The candidates of the platform's export, as far as a mapping asks for them (règlement 5.2.1).
///
/// Means are exact. Only the columns of the mapping are kept in memory; those that say who a person is cannot be
/// among them.
public struct ImportedCandidates: Sendable {
  /// Their doublettes are positions in ``doublettes``.
  public let candidates: Candidates
  public let doublettes: [String]
  public let evaluations: [(name: String, isMean: Bool)]
  /// Whom and what the mapping leaves out.
  public let omissions: ExportOmissions
  public let audit: ExportAudit
  /// What the mapping leaves to chance.
  public let notes: [ExportNote]

  /// - Throws: ``InputDefects`` for everything wrong with the export, but for rows that are left out.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers. Memory: the columns of the mapping.
  public init(
    _ source: SourceText, mapping: ExportMapping, workers: Workers = Workers()
  ) throws(InputDefects) {
    let header = try DelimitedHeader(
      source, wanted: [mapping.candidate.header, mapping.birthDate.header].compactMap(\.self))
    let columns = try ExportColumns(mapping, header, file: source.file)
    doublettes = mapping.doublettes.specialities.map(\.name)
    evaluations = mapping.evaluations.map { ($0.name, $0.isMean) }
    let table = try DelimitedTable(source, columns: columns.specifications, header: header)
    var rows = ExportRows(table, columns, workers)
    rows.filter()
    let doublettes = rows.doublettes(mapping.doublettes)
    let marks = mapping.evaluations.enumerated().map { rows.marks($1, $0) }
    let boursiers = rows.flags(mapping.boursier, columns.boursier)
    let secteurs = mapping.secteur.flatMap { flag in columns.secteur.map { rows.flags(flag, $0) } }
    let genres = rows.genres()
    try rows.defects().throwIfAny()
    audit = ExportAudit(columns, header, words: rows.auditedWords(mapping))
    omissions = rows.omissions(mapping)
    notes = ExportNote.all(mapping, header)
    let isOut = rows.isOut
    let kept = (0..<UInt32(table.rowCount)).filter { !isOut[Int($0)] }
    func chosen<Value>(_ column: [Value]) -> [Value] {
      kept.count == column.count ? column : kept.map { column[Int($0)] }
    }
    candidates = Candidates(
      identifiers: table.text(ExportColumns.key(columns.candidate)).gathered(kept),
      birthDates: chosen(table.dates(ExportColumns.key(columns.birthDate))), boursiers: chosen(boursiers),
      genres: chosen(genres), doublettes: chosen(doublettes), secteurs: secteurs.map(chosen),
      marks: marks.map { kept.count == $0.count ? $0 : $0.gathered(kept) })
    do throws(AdmissionError) {
      try candidates.checkBirthDates()
    } catch {
      throw InputDefects(
        error, in: table, identifiers: candidates.identifiers, row: { Int(kept[$0]) },
        column: { _ in columns.labels[columns.birthDate] })
    }
  }

  /// How many rows of the export were left out.
  public var leftOut: Int { omissions.candidateCount }

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

public import Admission
public import AdmissionFiles
public import DelimitedText
import ExactValues
public import Parallelism

/// The candidates of the platform's export, as far as a mapping asks for them (règlement 5.2.1).
///
/// Means are exact. Only the columns of the mapping are kept in memory; those that say who a person is cannot be
/// among them. ``candidates(for:workers:)`` checks the candidates against a scheme; ``table`` writes them to a candidates file
/// without one.
///
/// ```swift
/// let mapping = try ExportMapping(contentsOf: "mapping.yaml")
/// let scheme = try AdmissionScheme(contentsOf: "scheme.yaml")
/// let imported = try ImportedCandidates(contentsOf: "export.csv", mapping: mapping)
/// let scores = Scores(of: try imported.candidates(for: scheme))
/// ```
public struct ImportedCandidates: Sendable {
  /// Their doublettes are positions in ``doublettes``, their marks those of ``evaluations``.
  package let columns: CandidateColumns
  /// The doublettes of the mapping.
  public let doublettes: [String]
  /// The evaluations of the mapping.
  public let evaluations: [String]
  /// For each evaluation whether it is a mean of several columns.
  private let areMeans: [Bool]
  /// Whom and what the mapping leaves out.
  public let omissions: ExportOmissions
  /// Which columns of the export were read, and how.
  public let audit: ExportAudit
  /// What the mapping leaves to chance.
  public let notes: [ExportNote]

  /// Reads the platform's export.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - mapping: which columns are read, and what for.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it;
  ///   `CancellationError` where the task is cancelled.
  public init(
    contentsOf path: String, mapping: ExportMapping, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try ImportedCandidates($0, mapping: mapping, workers: workers)
    }
  }

  /// Reads the text of the platform's export.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - mapping: which columns are read, and what for.
  ///   - workers: the threads to use.
  /// - Throws: `InputDefects` with everything that is wrong with the export, but for rows that are left out.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers. Memory: the columns of the mapping.
  public init(
    _ source: SourceText, mapping: ExportMapping, workers: Workers = Workers()
  ) throws(InputDefects) {
    let header = try DelimitedHeader(
      source, wanted: [mapping.candidate.header, mapping.birthDate.header].compactMap(\.self))
    let places = try ExportColumns(mapping, header, file: source.file)
    doublettes = mapping.doublettes.specialities.map(\.name)
    evaluations = mapping.evaluations.map(\.name)
    areMeans = mapping.evaluations.map(\.isMean)
    let table = try DelimitedTable(source, columns: places.specifications, header: header)
    var rows = ExportRows(table, places, workers)
    rows.filter()
    let doublettes = rows.doublettes(mapping.doublettes)
    let marks = mapping.evaluations.enumerated().map { rows.marks($1, $0) }
    let boursiers = rows.flags(mapping.boursier, places.boursier)
    let secteurs = mapping.secteur.flatMap { flag in places.secteur.map { rows.flags(flag, $0) } }
    let genres = rows.genres()
    try rows.defects().throwIfAny()
    audit = ExportAudit(places, header, words: rows.auditedWords(mapping))
    omissions = rows.omissions(mapping)
    notes = ExportNote.all(mapping, header)
    let isOut = rows.isOut
    let kept = (0..<UInt32(table.rowCount)).filter { !isOut[Int($0)] }
    func chosen<Value>(_ column: [Value]) -> [Value] {
      kept.count == column.count ? column : kept.map { column[Int($0)] }
    }
    columns = CandidateColumns(
      identifiers: table.text(ExportColumns.key(places.candidate)).gathered(kept),
      birthDates: chosen(table.dates(ExportColumns.key(places.birthDate))), boursiers: chosen(boursiers),
      genres: chosen(genres), doublettes: chosen(doublettes), secteurs: secteurs.map(chosen),
      marks: marks.map { kept.count == $0.count ? $0 : $0.gathered(kept) })
    let error = columns.birthDateErrors()
    guard error.count == 0 else {
      throw InputDefects(
        error, in: table, identifiers: columns.identifiers, row: { Int(kept[$0]) },
        column: { _ in places.labels[places.birthDate] })
    }
  }

  /// How many candidates there are.
  public var count: Int { columns.count }

  /// How many rows of the export were left out.
  public var leftOut: Int { omissions.candidateCount }

  /// Checks the rows of an export, where the mapping is not known: no cell of them is looked at.
  package static func checkRows(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: [])
  }

  /// The candidates as a scheme has them, without a file between, checked against it.
  ///
  /// - Parameters:
  ///   - scheme: the scheme of the session.
  ///   - workers: the threads to use.
  /// - Throws: ``ImportError`` where the mapping lacks evaluations of the scheme; `AdmissionError` with everything that
  ///   is wrong with the candidates, such as a doublette that the scheme lacks or a mark that is missing.
  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations, shared by the workers.
  public func candidates(for scheme: AdmissionScheme, workers: Workers = Workers()) throws -> Candidates {
    let places = scheme.evaluations.map { evaluations.firstIndex(of: $0.name) }
    let missing = zip(scheme.evaluations, places).filter { $1 == nil }.map(\.0.name)
    guard missing.isEmpty else { throw ImportError.missingEvaluations(missing) }
    let positions = doublettes.map { name in
      scheme.doublettes.firstIndex(of: name).map { UInt16($0) } ?? CandidateColumns.unknownDoublette
    }
    var columns = columns
    columns.doublettes = columns.doublettes.map { positions[Int($0)] }
    columns.marks = places.compactMap { $0.map { self.columns.marks[$0] } }
    var error = AdmissionError()
    for (row, doublette) in columns.doublettes.enumerated()
    where doublette == CandidateColumns.unknownDoublette {
      error.add(row, .unknownDoublette)
    }
    return try Candidates(columns, scheme: scheme, known: error, workers: workers)
  }

  /// The candidates file, with the doublettes and evaluations of the mapping.
  public var table: CandidatesTable {
    CandidatesTable(
      columns, doublettes: doublettes,
      evaluations: zip(evaluations, areMeans).map { (name: $0, isMean: $1) })
  }
}

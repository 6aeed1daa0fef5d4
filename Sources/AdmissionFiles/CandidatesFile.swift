public import Admission
public import DelimitedText
import ExactValues
public import Workers

/// A candidates file: `candidat,naissance,boursier,genre,doublette[,secteur]` and a column an evaluation.
public struct CandidatesFile: Sendable {
  public var candidates: Candidates
  private let scheme: AdmissionScheme
  /// The file's defects, and where its rows are.
  private let table: DelimitedTable

  static let genres = Keywords.anyCase([
    ["F", "Femme", "Féminin"], ["M", "Homme", "Masculin"], ["X"],
  ])

  /// The column of the exact mark beside an evaluation's rounded one.
  static func exactColumn(_ evaluation: String) -> String { "\(evaluation)_exacte" }

  /// - Throws: ``InputDefects`` where there is no header, or a column is missing or repeated. Defects of rows
  ///   wait for ``notes(workers:)``, to be reported together with missing marks.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public init(_ source: SourceText, scheme: AdmissionScheme) throws(InputDefects) {
    let header = try DelimitedHeader(
      source, wanted: AdmissionScheme.reservedColumns + scheme.evaluations.map(\.name))
    let markColumns = MarkColumns(scheme, header)
    var table = try DelimitedTable(
      source,
      columns: Self.columns + [
        ColumnSpecification("doublette", .keyword(Keywords(scheme.doublettes.map { [$0] })))
      ] + markColumns.specifications, header: header)
    let marks = markColumns.read(&table)
    self.table = table
    self.scheme = scheme
    candidates = Candidates(
      identifiers: table.text("candidat"), birthDates: table.dates("naissance"),
      boursiers: table.booleans("boursier"),
      genres: table.keywords("genre").map { Genre(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .autre },
      doublettes: table.keywords("doublette"),
      secteurs: table.has("secteur") ? table.booleans("secteur") : nil, marks: marks)
  }

  /// The columns that do not depend on the scheme.
  private static let columns = [
    ColumnSpecification("candidat", .identifier), ColumnSpecification("naissance", .date),
    ColumnSpecification("boursier", .boolean), ColumnSpecification("genre", .keyword(genres)),
    ColumnSpecification("secteur", .boolean, isRequired: false),
  ]

  /// Checks the cells, where the scheme is not known: those of its evaluations are not looked at.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns + [ColumnSpecification("doublette", .text)])
  }

  /// Both notes of every candidate.
  ///
  /// - Throws: ``InputDefects``: everything that is wrong with the rows.
  public func notes(workers: Workers = Workers()) throws(InputDefects) -> Notes {
    var defects = table.defects
    do throws(AdmissionError) {
      let notes = try Notes(candidates, scheme: scheme, workers: workers)
      if defects.isEmpty { return notes }
    } catch {
      defects.merge(InputDefects(error, scheme: scheme, table: table, identifiers: candidates.identifiers))
    }
    throw defects
  }
}

extension AdmissionDefect: DefectReason {}

extension InputDefects {
  /// Says of each defect of a candidate where in the file it lies.
  fileprivate init(
    _ error: AdmissionError, scheme: AdmissionScheme, table: DelimitedTable, identifiers: IdentifierColumn
  ) {
    self.init(file: table.file)
    for (row, defect) in error.first {
      let column =
        switch defect {
        case .emptyIdentifier, .repeatedIdentifier: "candidat"
        case .unknownDoublette, .noWeight, .noScientificWeight, .tooManyDigits: "doublette"
        case .missingMark(let evaluation): scheme.evaluations[evaluation].name
        }
      add(
        InputDefect(
          line: table.line(ofRow: row), column: column, identifier: identifiers[row], reason: defect))
    }
    count(more: error.count - error.first.count)
  }
}

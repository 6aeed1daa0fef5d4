public import Admission
public import DelimitedText
package import ExactValues
public import Parallelism

/// A candidates file: `candidat,naissance,boursier,genre,doublette[,secteur]` and a column an evaluation.
public struct CandidatesFile: Sendable {
  public var candidates: Candidates
  private let scheme: AdmissionScheme
  /// The file's defects, and where its rows are.
  private let table: DelimitedTable

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
    ColumnSpecification("boursier", .boolean), ColumnSpecification("genre", .keyword(GenreWords.keywords)),
    ColumnSpecification("secteur", .boolean, isRequired: false),
  ]

  /// Checks the cells, where the scheme is not known: those of its evaluations are not looked at.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns + [ColumnSpecification("doublette", .text)])
  }

  /// Both notes of every candidate.
  ///
  /// - Throws: ``InputDefects``: everything that is wrong with the rows.
  public func notes(workers: Workers = Workers()) throws(InputDefects) -> Scores {
    var defects = table.defects
    var notes: Scores?
    func report(_ error: AdmissionError) {
      defects.merge(InputDefects(error, in: table, identifiers: candidates.identifiers, column: column))
    }
    do throws(AdmissionError) {
      notes = try Scores(candidates, scheme: scheme, workers: workers)
    } catch { report(error) }
    do throws(AdmissionError) { try candidates.checkBirthDates() } catch { report(error) }
    guard let notes, defects.isEmpty else { throw defects }
    return notes
  }

  private func column(_ defect: AdmissionDefect) -> String {
    switch defect {
    case .emptyIdentifier, .repeatedIdentifier: "candidat"
    case .bornTooEarly, .bornTooLate: "naissance"
    case .unknownDoublette, .noWeight, .noScientificWeight, .tooManyDigits: "doublette"
    case .missingMark(let evaluation): scheme.evaluations[evaluation].name
    }
  }
}

extension AdmissionDefect: DefectReason {}

extension InputDefects {
  /// Says of each defect of a candidate where in the file it lies.
  ///
  /// - Parameters:
  ///   - identifiers: of the candidates.
  ///   - row: the table's row of a candidate.
  ///   - column: the column that a defect is of.
  package init(
    _ error: AdmissionError, in table: DelimitedTable, identifiers: IdentifierColumn,
    row tableRow: (Int) -> Int = { $0 }, column: (AdmissionDefect) -> String
  ) {
    self.init(file: table.file)
    var last: [AdmissionDefect: InputDefect] = [:]
    for (row, defect) in error.first {
      let found = InputDefect(
        line: table.line(ofRow: tableRow(row)), column: column(defect), identifier: identifiers[row],
        reason: defect)
      add(found)
      last[defect] = found
    }
    for (defect, found) in last {
      let shown = error.first.count { $0.defect == defect }
      count(more: error.count(of: defect) - shown, like: found)
    }
  }
}

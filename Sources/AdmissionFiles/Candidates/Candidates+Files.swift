public import Admission
public import DelimitedText
package import ExactValues
public import Parallelism

extension Candidates {
  /// Reads and checks a candidates file: `candidat,naissance,boursier,genre,doublette[,secteur]` and a column for each
  /// evaluation of the scheme.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - scheme: what the candidates are checked against.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it;
  ///   `CancellationError` where the task is cancelled.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public init(
    contentsOf path: String, scheme: AdmissionScheme, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Candidates($0, scheme: scheme)
    }
  }

  /// Reads and checks the text of a candidates file.
  ///
  /// - Parameters:
  ///   - source: the text; rows in any order.
  ///   - scheme: what the candidates are checked against.
  /// - Throws: `InputDefects` with everything that is wrong: header, cells, repeated identifiers, marks that are
  ///   missing against the scheme's rule, weights that add to zero, and birth dates that `BirthDateRule` refuses.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers of the source.
  public init(_ source: SourceText, scheme: AdmissionScheme) throws(InputDefects) {
    let header = try DelimitedHeader(
      source, wanted: AdmissionScheme.reservedColumns + scheme.evaluations.map(\.name))
    let markColumns = MarkColumns(scheme, header)
    var table = try DelimitedTable(
      source,
      columns: Self.fileColumns + [
        ColumnSpecification(AdmissionColumn.doublette, .keyword(Keywords(scheme.doublettes.map { [$0] })))
      ] + markColumns.specifications, header: header)
    let marks = markColumns.read(&table)
    let secteurs = table.has(AdmissionColumn.secteur) ? table.booleans(AdmissionColumn.secteur) : nil
    let columns = CandidateColumns(
      identifiers: table.text(AdmissionColumn.candidate), birthDates: table.dates(AdmissionColumn.birthDate),
      boursiers: table.booleans(AdmissionColumn.boursier),
      genres: Genre.column(table.keywords(AdmissionColumn.genre)),
      doublettes: table.keywords(AdmissionColumn.doublette), secteurs: secteurs, marks: marks)
    var error = AdmissionError()
    let candidates = Candidates(columns, scheme: scheme, reporting: &error, workers: source.workers)
    var defects = table.defects
    if error.count > 0 {
      defects.merge(
        InputDefects(error, in: table, identifiers: columns.identifiers) { $0.column(of: scheme) })
    }
    guard let candidates, defects.isEmpty else { throw defects }
    self = candidates
  }

  /// The columns that do not depend on the scheme.
  private static let fileColumns = [
    ColumnSpecification(AdmissionColumn.candidate, .identifier),
    ColumnSpecification(AdmissionColumn.birthDate, .date),
    ColumnSpecification(AdmissionColumn.boursier, .boolean),
    ColumnSpecification(AdmissionColumn.genre, .keyword(GenreWords.keywords)),
    ColumnSpecification(AdmissionColumn.secteur, .boolean, isRequired: false),
  ]

  /// Checks the cells, where the scheme is not known: those of its evaluations are not looked at.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(
      source, columns: fileColumns + [ColumnSpecification(AdmissionColumn.doublette, .text)])
  }
}

extension AdmissionDefect: DefectReason {
  /// The column of a candidates file that the defect is of.
  fileprivate func column(of scheme: AdmissionScheme) -> String {
    switch self {
    case .emptyIdentifier, .repeatedIdentifier: AdmissionColumn.candidate
    case .bornTooEarly, .bornTooLate: AdmissionColumn.birthDate
    case .unknownDoublette, .noWeight, .noScientificWeight, .tooManyDigits: AdmissionColumn.doublette
    case .unknownSecteur: AdmissionColumn.secteur
    case .missingMark(let evaluation): scheme.evaluations[evaluation].name
    case .unknownEvaluation(let name): name
    }
  }
}

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
    for finding in error.first {
      let found = InputDefect(
        line: table.line(ofRow: tableRow(finding.row)), column: column(finding.defect),
        identifier: identifiers[finding.row], reason: finding.defect)
      add(found)
      last[finding.defect] = found
    }
    for (defect, found) in last {
      let shown = error.first.count { $0.defect == defect }
      count(more: error.count(of: defect) - shown, like: found)
    }
  }
}

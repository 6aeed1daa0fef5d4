public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The marks of ECUEs: `eleve,ue,ecue,note[,statut][,session]`, a row for each mark.
///
/// A statut may also be given in the cell of the mark.
///
/// ```swift
/// let scheme = try UEScheme(contentsOf: "scheme.yaml")
/// let file = try ECUEMarksFile(contentsOf: "marks.csv", scheme: scheme)
/// try UEResultsTable(UEOutcomes(file.marks)).write(to: "results.csv")
/// ```
public struct ECUEMarksFile: Sendable {
  /// The marks, checked.
  public let marks: ECUEMarks

  /// Opens and reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - scheme: the UEs and ECUEs that rows may name.
  ///   - isFirstSessionOnly: whether marks of the second session are left out of the results.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads that share the work.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong with it, or
  ///   does not fit the scheme.
  public init(
    contentsOf path: String, scheme: UEScheme, isFirstSessionOnly: Bool = false,
    encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try ECUEMarksFile($0, scheme: scheme, isFirstSessionOnly: isFirstSessionOnly)
    }
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: the file's text.
  ///   - scheme: the UEs and ECUEs that rows may name.
  ///   - isFirstSessionOnly: whether marks of the second session are left out of the results.
  /// - Throws: `InputDefects`: everything that is wrong with the file, or does not fit the scheme.
  /// - Complexity: O(*n* log *m*), *n* rows, *m* of a student.
  public init(
    _ source: SourceText, scheme: UEScheme, isFirstSessionOnly: Bool = false
  ) throws(InputDefects) {
    let columns = Self.columns(.markOrWord(StatutCells.words), MarkWords(adding: scheme.missingWords))
    let header = try DelimitedHeader(source, wanted: columns.map(\.name))
    try MarksShape.checkHeader(header, scheme, file: source.file)
    let table = try DelimitedTable(source, columns: columns, header: header)
    var cells = StatutCells(table)
    let marks = cells.marks()
    var gathering = MarkGathering(table, scheme, defects: cells.defects)
    let gathered = gathering.gathered(
      marks, hasSessions: table.has(GradingColumn.session) && !isFirstSessionOnly)
    let defects = MarksShape.hint(
      table, table.defects(adding: gathering.defects, identifiers: GradingColumn.student))
    guard defects.isEmpty, let gathered else { throw defects }
    self.marks = gathered
  }

  private static func columns(_ note: ColumnKind, _ words: MarkWords = .standard) -> [ColumnSpecification] {
    [
      ColumnSpecification(GradingColumn.student, .category), ColumnSpecification(GradingColumn.ue, .category),
      ColumnSpecification(GradingColumn.ecue, .optionalCategory),
      ColumnSpecification(GradingColumn.mark, note, words: words),
      ColumnSpecification(GradingColumn.status, .keyword(StatutCells.statuts), isRequired: false),
      ColumnSpecification(GradingColumn.session, .keyword(SessionCells.words), isRequired: false),
    ]
  }

  /// Checks the cells but for the marks, where the scheme with its words for missing ones is not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(.text))
  }
}

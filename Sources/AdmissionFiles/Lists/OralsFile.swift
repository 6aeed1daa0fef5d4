public import Admission
public import DelimitedText
public import ExactValues
import Parallelism

/// The orals' verdicts, `candidat,verdict`, of the candidates a phase convokes.
private struct OralsFile {
  /// Of each convoked candidate, by position in the list.
  private(set) var verdicts: [Int: OralVerdict] = [:]
  /// The positions of the candidates with a row, whether or not its verdict can be read.
  private(set) var given: Set<Int> = []
  private(set) var defects: InputDefects

  static let columns = [
    ColumnSpecification("candidat", .identifier),
    ColumnSpecification("verdict", .keyword(.anyCase(OralVerdict.allCases.map { [$0.rawValue] }))),
  ]

  /// - Parameter identifiers: the list's, by position.
  init(
    _ source: SourceText, _ phase: OralPhase, identifiers: IdentifierColumn
  ) throws(InputDefects) {
    let cases = OralVerdict.allCases
    let table = try DelimitedTable(source, columns: Self.columns, unused: ["rang", "note_generale"])
    let names = table.text("candidat")
    let meanings = table.keywords("verdict")
    let index = IdentifierIndex(identifiers)
    let positions = index.rows(of: names, workers: .one)
    var wrong: [RowDefect] = []
    for row in 0..<table.rowCount where !names.range(row).isEmpty {
      let position = Int(positions[row])
      if position >= 0, !phase.isAdmittedOutright(position) {
        given.insert(position)
        if meanings[row] != DelimitedTable.unread { verdicts[position] = cases[Int(meanings[row])] }
      } else {
        let reason =
          position < 0
          ? index.reason(ListDefect.notOnTheList, notFound: row, of: names) : ListDefect.notConvoked
        wrong.append(RowDefect(row: row, column: "candidat", reason: reason))
      }
    }
    defects = table.defects(adding: wrong, identifiers: "candidat")
  }
}

extension OralPhase {
  /// Checks the orals' cells, where the list is not known.
  public static func checkVerdictCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: OralsFile.columns)
  }

  /// Reads the orals' verdicts, `candidat,verdict`, for the candidates this phase convokes.
  ///
  /// - Returns: the verdict of each convoked candidate, by position in the list.
  /// - Throws: ``InputDefects`` for the orals' own defects, or ``InputRejection`` where a verdict is given for
  ///   someone not convoked, or lacks.
  public func verdicts(
    _ source: SourceText, list: AdmissibilityFile
  ) throws -> [Int: OralVerdict] {
    let orals = try OralsFile(source, self, identifiers: list.identifiers)
    var ofList = list.noDefects
    for position in convoked where !orals.given.contains(position) {
      ofList.add(
        InputDefect(
          line: list.line(position), column: "candidat", identifier: list.identifier(position),
          reason: ListDefect.noVerdict))
    }
    let rejection = InputRejection([orals.defects, ofList])
    guard rejection.files.isEmpty else { throw rejection }
    return orals.verdicts
  }

  /// Reads the verdicts there are so far: a convoked candidate without one is no error.
  ///
  /// - Parameter identifiers: the list's, by position.
  /// - Returns: the verdicts by position in the list.
  /// - Throws: ``InputDefects``, also where a verdict is given for someone not convoked.
  public func verdictsSoFar(
    _ source: SourceText, identifiers: IdentifierColumn
  ) throws(InputDefects) -> [Int: OralVerdict] {
    let orals = try OralsFile(source, self, identifiers: identifiers)
    try orals.defects.throwIfAny()
    return orals.verdicts
  }
}

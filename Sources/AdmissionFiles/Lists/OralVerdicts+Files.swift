public import Admission
public import DelimitedText
public import ExactValues
public import Parallelism

/// The orals' verdicts, `candidat,verdict`, of the candidates a phase convokes.
private struct OralsFile {
  /// Of each convoked candidate, by position in the list.
  private(set) var verdicts: [Int: OralVerdict] = [:]
  /// The positions of the candidates with a row, whether or not its verdict can be read.
  private(set) var given: Set<Int> = []
  private(set) var defects: InputDefects

  static let columns = [
    ColumnSpecification(AdmissionColumn.candidate, .identifier),
    ColumnSpecification(
      AdmissionColumn.verdict, .keyword(.anyCase(OralVerdict.allCases.map { ["\($0.csvWord)"] }))),
  ]

  init(_ source: SourceText, _ phase: OralPhase) throws(InputDefects) {
    let cases = OralVerdict.allCases
    let table = try DelimitedTable(
      source, columns: Self.columns, unused: [AdmissionColumn.rank, AdmissionColumn.generalScore])
    let names = table.text(AdmissionColumn.candidate)
    let meanings = table.keywords(AdmissionColumn.verdict)
    let index = IdentifierIndex(phase.identifiers)
    let positions = index.rows(of: names, workers: .one)
    var wrong: [RowDefect] = []
    for row in 0..<table.rowCount where !names.range(row).isEmpty {
      let position = Int(positions[row])
      if position >= 0, phase.isConvoked(position) {
        given.insert(position)
        if meanings[row] != DelimitedTable.unread { verdicts[position] = cases[Int(meanings[row])] }
      } else {
        let reason =
          position < 0
          ? index.reason(ListDefect.notOnTheList, notFound: row, of: names) : ListDefect.notConvoked
        wrong.append(RowDefect(row: row, column: AdmissionColumn.candidate, reason: reason))
      }
    }
    defects = table.defects(adding: wrong, identifiers: AdmissionColumn.candidate)
  }
}

extension OralVerdicts {
  /// Reads and checks the verdicts there are so far, `candidat,verdict`.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - phase: the phase whose convoked candidates they are of.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it;
  ///   `CancellationError` where the task is cancelled.
  public init(
    contentsOf path: String, of phase: OralPhase, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try OralVerdicts($0, of: phase)
    }
  }

  /// Reads and checks the text of the verdicts there are so far: a convoked candidate without one is no error.
  ///
  /// - Parameters:
  ///   - source: the text, `candidat,verdict`.
  ///   - phase: the phase whose convoked candidates they are of.
  /// - Throws: `InputDefects`, also for a verdict on somebody who is not convoked.
  public init(_ source: SourceText, of phase: OralPhase) throws(InputDefects) {
    let orals = try OralsFile(source, phase)
    try orals.defects.throwIfAny()
    self.init(byPosition: orals.verdicts, of: phase)
  }

  /// Reads and checks the text of all verdicts of a list that was read back.
  ///
  /// - Parameters:
  ///   - source: the text, `candidat,verdict`.
  ///   - list: the admissibility list.
  ///   - admissionBarre: the barre d'admission.
  /// - Throws: `InputDefects` where the columns cannot be read; `InputRejection` with everything else that is wrong
  ///   with the verdicts, and with each convoked candidate of the list who has none.
  public init(_ source: SourceText, ofAll list: AdmissibilityFile, admissionBarre: Mark) throws {
    let phase = OralPhase(list, admissionBarre: admissionBarre)
    let orals = try OralsFile(source, phase)
    var ofList = list.noDefects
    for position in phase.convoked where !orals.given.contains(position) {
      ofList.add(
        InputDefect(
          line: list.line(position), column: AdmissionColumn.candidate,
          identifier: list.identifiers[position], reason: ListDefect.noVerdict))
    }
    let rejection = InputRejection([orals.defects, ofList])
    guard rejection.files.isEmpty else { throw rejection }
    self.init(byPosition: orals.verdicts, of: phase)
  }

  /// Checks the orals' cells, where the list is not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: OralsFile.columns)
  }
}

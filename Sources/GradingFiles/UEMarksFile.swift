public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The final marks that mentions are given for: `eleve,note[,statut][,ue]`, or what ``UEResultsTable`` writes.
///
/// A column `moyenne_exacte` or `note_exacte` is read instead of `note`. Where there is no `statut`, a column
/// `resultat` says how a student stands: `valide` is the first session, or a rattrapage where the column
/// `session` says 2; `rattrapage` is Fx, `attente` V, `dispense` W. A column `premiere_exacte` holds the first-session
/// mean of a student who had validated with it and resat all the same: `UEMarks` decides whether the ranking keeps it.
///
/// ```swift
/// let file = try UEMarksFile(contentsOf: "results.csv")
/// let graded = try MentionRules().graded(file.marks)
/// try MentionsTable(graded).write(to: "mentions.csv")
/// ```
public struct UEMarksFile: Sendable {
  /// The marks, checked, in the order of the file.
  public let marks: UEMarks
  /// Whether the file says itself which UEs are validated, as results do.
  package let hasResults: Bool

  /// The columns with a meaning of their own, but for that of the UE.
  package static let columns = [
    GradingColumn.student, GradingColumn.mark, GradingColumn.status, GradingColumn.result,
    GradingColumn.exactMean, GradingColumn.exactMark, GradingColumn.session, GradingColumn.exactFirstMean,
  ]

  private static let standings = Keywords.anyCase(Standing.allCases.map { ["\($0.csvWord)"] })
  private static let words = MarkWords(
    statuts: Standing.allCases.map { "\($0.csvWord)" }.filter { !$0.isEmpty } + [
      "ABI", "ABJ", "DIS", "absent",
    ])
  private static let results = Keywords.anyCase(UEResult.allCases.map { ["\($0.csvWord)"] })

  /// Opens and reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - ueColumn: the column that says which UE a row is of; nil for `ue`, if it is there.
  ///   - validation: what is done with low marks of rows without a statut; nil to count all as validated.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads that share the work.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong with it.
  public init(
    contentsOf path: String, ueColumn: String? = nil, validation: MarkValidation? = nil,
    encoding: TextEncoding = .utf8, workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try UEMarksFile($0, ueColumn: ueColumn, validation: validation, workers: workers)
    }
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: the file's text.
  ///   - ueColumn: the column that says which UE a row is of; nil for `ue`, if it is there.
  ///   - validation: what is done with low marks of rows without a statut; nil to count all as validated.
  ///   - workers: the threads that share the work.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers; O(*n* log *n*) for exact
  ///   means.
  public init(
    _ source: SourceText, ueColumn: String? = nil, validation: MarkValidation? = nil,
    workers: Workers = Workers()
  ) throws(InputDefects) {
    let layout = try Layout(source, ueColumn)
    let table = try DelimitedTable(
      source, columns: layout.columns, header: layout.header,
      unused: [GradingColumn.mark, GradingColumn.mean, GradingColumn.resits])
    var reader = Reader(table, layout)
    hasResults = layout.standing == GradingColumn.result
    if hasResults, validation != nil {
      throw InputDefects(
        file: source.file,
        InputDefect(
          line: layout.header.line, column: GradingColumn.result, reason: GradingDefect.resultsGiven))
    }
    let standings = reader.standings()
    var marks = reader.marks(standings)
    if let validation { reader.report(lowRows: marks.apply(validation)) }
    reader.checkRepeats(marks.standings, workers)
    try table.defects(adding: reader.defects, identifiers: GradingColumn.student).throwIfAny()
    self.marks = marks
  }

  /// Which columns say what.
  private struct Layout {
    let header: DelimitedHeader
    let exact: String?
    let standing: String?
    let ue: String?
    let hasSession: Bool
    let hasFirstMean: Bool

    init(_ source: SourceText, _ ueColumn: String?) throws(InputDefects) {
      let header = try DelimitedHeader(source, wanted: UEMarksFile.columns + [ueColumn ?? GradingColumn.ue])
      func first(_ names: [String]) -> String? { names.first { header.has($0) } }
      self.header = header
      exact = first([GradingColumn.exactMark, GradingColumn.exactMean])
      standing = first([GradingColumn.status, GradingColumn.result])
      ue = ueColumn ?? first([GradingColumn.ue])
      hasSession = standing == GradingColumn.result && header.has(GradingColumn.session)
      hasFirstMean = exact != nil && header.has(GradingColumn.exactFirstMean)
    }

    var columns: [ColumnSpecification] {
      var columns = [ColumnSpecification(GradingColumn.student, ue == nil ? .identifier : .reference)]
      columns.append(
        ue.map { ColumnSpecification($0, .category) }
          ?? ColumnSpecification(GradingColumn.ue, .category, isRequired: false))
      columns.append(
        exact.map { ColumnSpecification($0, .optionalCategory) }
          ?? ColumnSpecification(GradingColumn.mark, .mark, words: words))
      if let standing {
        columns.append(
          ColumnSpecification(standing, .keyword(standing == GradingColumn.status ? standings : results)))
      } else {
        columns.append(ColumnSpecification(GradingColumn.status, .keyword(standings), isRequired: false))
      }
      if hasFirstMean { columns.append(ColumnSpecification(GradingColumn.exactFirstMean, .optionalCategory)) }
      if hasSession {
        columns.append(ColumnSpecification(GradingColumn.session, .keyword(SessionCells.words)))
      }
      return columns
    }
  }

  private struct Reader {
    let table: DelimitedTable
    let layout: Layout
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable, _ layout: Layout) {
      self.table = table
      self.layout = layout
    }

    func standings() -> [Standing] {
      guard let column = layout.standing else {
        return [Standing](repeating: .firstSession, count: table.rowCount)
      }
      let meanings = table.keywords(column)
      if column == GradingColumn.status {
        let all = Standing.allCases
        return meanings.map { $0 == DelimitedTable.unread ? .w : all[Int($0)] }
      }
      let sessions = layout.hasSession ? table.keywords(GradingColumn.session) : nil
      return meanings.enumerated().map { row, meaning in
        guard meaning != DelimitedTable.unread else { return .w }
        return UEResult.allCases[Int(meaning)].standing(
          session: sessions?[row] == SessionCells.second ? 2 : 1)
      }
    }

    /// Reports rows without a statut and under the mark that validates.
    mutating func report(lowRows: [Int]) {
      for row in lowRows { report(row, layout.exact ?? GradingColumn.mark, GradingDefect.notValidated) }
    }

    /// The marks of all rows, and those of a first session that rows have beside them.
    mutating func marks(_ standings: [Standing]) -> UEMarks {
      let students = table.text(GradingColumn.student)
      let ues = layout.ue.map { table.categories($0) }.map { IdentifierNumbers($0.numbers, of: $0.names) }
      guard let column = layout.exact else {
        let marks = table.marks(GradingColumn.mark)
        for row in UEMarks.rowsWithoutMark(standings, hasMark: { marks[$0] != nil }) {
          report(row, GradingColumn.mark, GradingDefect.missingMark)
        }
        let codes = MarkColumn(marks)
        return UEMarks(
          students, codes, standings: standings, ues: ues, isExact: codes.scale != .tenThousandths)
      }
      let marks = exact(column)
      // A cell that could not be read is reported already.
      for row in UEMarks.rowsWithoutMark(standings, hasMark: { marks.numbers[$0] < 0 || marks.hasMark($0) }) {
        report(row, column, GradingDefect.missingMark)
      }
      guard layout.hasFirstMean else {
        return UEMarks(students, MarkColumn(marks), standings: standings, ues: ues, isExact: true)
      }
      return UEMarks(
        students, marks, firstMarks: exact(GradingColumn.exactFirstMean), standings: standings, ues: ues,
        isExact: true)
    }

    /// A column of exact marks. Few of them are different: each is read once.
    private mutating func exact(_ column: String) -> IndexedMarks {
      let cells = table.categories(column)
      var defects: [Int: any DefectReason] = [:]
      let marks = (0..<cells.names.count).map { number -> Fraction? in
        let text = cells.names[number]
        if MarkWords.standard.isMissing(text) { return nil }
        // A cell with a defect is told once: it counts as a mark.
        let (mark, defect) = readFraction(text, upTo: 20)
        if let defect { defects[number] = CellDefect.ofNumber(text, otherwise: defect) }
        return mark
      }
      if !defects.isEmpty {
        for (row, number) in cells.numbers.enumerated() where number >= 0 {
          if let defect = defects[Int(number)] { report(row, column, defect) }
        }
      }
      return IndexedMarks(numbers: cells.numbers, of: marks)
    }

    /// A student stands once in each UE. Without a column of UEs the table has told repeats already.
    mutating func checkRepeats(_ standings: [Standing], _ workers: Workers) {
      guard let ue = layout.ue else { return }
      for (row, first) in table.repeatedRows(
        GradingColumn.student, within: table.categories(ue).numbers, workers: workers)
      {
        let line = table.line(ofRow: first)
        let isBoth = Set([standings[row], standings[first]]) == [.rattrapage, .firstSession]
        report(
          row, GradingColumn.student,
          isBoth
            ? GradingDefect.rattrapageAndFirstSession(firstLine: line) : .repeatedStudent(firstLine: line))
      }
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }
  }
}

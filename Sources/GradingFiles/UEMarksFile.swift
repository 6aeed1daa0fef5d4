public import DelimitedText
public import ExactValues
public import Grading
public import Parallelism

/// The final marks that mentions are given for: `eleve,note[,statut][,ue]`, or what `grades validate` writes.
///
/// A column `moyenne_exacte` or `note_exacte` is read instead of `note`. Where there is no `statut`, a column
/// `resultat` says how a student stands: `valide` is the first session, or a rattrapage where the column
/// `session` says 2; `rattrapage` is Fx, `attente` V, `dispense` W. A column `premiere_exacte` holds the mean of
/// who had validated at the first session and resat all the same: the ranking keeps it.
public struct UEMarksFile: Sendable {
  public let identifiers: IdentifierColumn
  /// nil where the file is of a single UE.
  package let ues: CategoryColumn?
  public let marks: UEMarks
  /// Whether marks are exact means, or have more than four decimals: the fraction is then written too.
  public let isExact: Bool
  /// Whether the file says itself which UEs are validated, as results do.
  public let hasResults: Bool

  /// The columns with a meaning of their own, but for that of the UE.
  public static let columns = [
    "eleve", "note", "statut", "resultat", "moyenne_exacte", "note_exacte", "session", "premiere_exacte",
  ]

  private static let standings = Keywords.anyCase(Standing.allCases.map { [$0.word] })
  private static let words = MarkWords(
    statuts: Standing.allCases.map(\.word).filter { !$0.isEmpty } + ["ABI", "ABJ", "DIS", "absent"])
  private static let results = Keywords.anyCase(UEResult.allCases.map { [$0.rawValue] })

  /// - Parameters:
  ///   - ueColumn: the column that says which UE a row is of; nil for `ue`, if it is there.
  ///   - validation: what is done with low marks of rows without a statut; nil to count all as validated.
  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers; O(*n* log *n*) for exact
  ///   means.
  public init(
    _ source: SourceText, ueColumn: String? = nil, validation: NoteValidation? = nil,
    workers: Workers = Workers()
  ) throws(InputDefects) {
    let layout = try Layout(source, ueColumn)
    let table = try DelimitedTable(
      source, columns: layout.columns, header: layout.header,
      unused: ["note", "moyenne", "rattrapage"])
    var reader = Reader(table, layout)
    hasResults = layout.standing == "resultat"
    if hasResults, validation != nil {
      throw InputDefects(
        file: source.file,
        InputDefect(line: layout.header.line, column: "resultat", reason: GradingDefect.resultsGiven))
    }
    var standings = reader.standings()
    let (column, kept) = reader.marks(standings)
    if let validation { reader.apply(validation, to: &standings, column) }
    reader.checkRepeats(standings, workers)
    try table.defects(adding: reader.defects, identifiers: "eleve").throwIfAny()
    identifiers = table.text("eleve")
    isExact = layout.exact != nil || column.scale != .tenThousandths
    ues = layout.ue.map(table.categories)
    marks = UEMarks(
      column, standings: standings, kept: kept, ues: ues?.numbers, ueCount: ues?.names.count ?? 1)
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
      let header = try DelimitedHeader(source, wanted: UEMarksFile.columns + [ueColumn ?? "ue"])
      func first(_ names: [String]) -> String? { names.first { header.has($0) } }
      self.header = header
      exact = first(["note_exacte", "moyenne_exacte"])
      standing = first(["statut", "resultat"])
      ue = ueColumn ?? first(["ue"])
      hasSession = standing == "resultat" && header.has("session")
      hasFirstMean = exact != nil && header.has("premiere_exacte")
    }

    var columns: [ColumnSpecification] {
      var columns = [ColumnSpecification("eleve", ue == nil ? .identifier : .reference)]
      columns.append(
        ue.map { ColumnSpecification($0, .category) }
          ?? ColumnSpecification("ue", .category, isRequired: false))
      columns.append(
        exact.map { ColumnSpecification($0, .optionalCategory) }
          ?? ColumnSpecification("note", .mark, words: words))
      if let standing {
        columns.append(
          ColumnSpecification(standing, .keyword(standing == "statut" ? standings : results)))
      } else {
        columns.append(ColumnSpecification("statut", .keyword(standings), isRequired: false))
      }
      if hasFirstMean { columns.append(ColumnSpecification("premiere_exacte", .optionalCategory)) }
      if hasSession { columns.append(ColumnSpecification("session", .keyword(Keywords([["1"], ["2"]])))) }
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
      if column == "statut" {
        let all = Standing.allCases
        return meanings.map { $0 == DelimitedTable.unread ? .w : all[Int($0)] }
      }
      let sessions = layout.hasSession ? table.keywords("session") : nil
      return meanings.enumerated().map { row, meaning in
        guard meaning != DelimitedTable.unread else { return .w }
        return UEResult.allCases[Int(meaning)].standing(session: sessions?[row] == 1 ? 2 : 1)
      }
    }

    /// Reports rows without a statut and under the mark that validates, or makes them those of who failed.
    mutating func apply(_ validation: NoteValidation, to standings: inout [Standing], _ marks: MarkColumn) {
      for row in marks.rows(below: validation.mark, standings) {
        if let below = validation.below {
          standings[row] = below
        } else {
          report(row, layout.exact ?? "note", GradingDefect.notValidated)
        }
      }
    }

    /// The marks of all rows, then those that the ranking keeps beside them, and whose these are.
    mutating func marks(_ standings: [Standing]) -> (MarkColumn, kept: [Int]) {
      guard let column = layout.exact else {
        let marks = table.marks("note")
        for row in 0..<marks.count where marks[row] == nil && standings[row].fixedMention == nil {
          report(row, "note", GradingDefect.missingMark)
        }
        return (MarkColumn(marks), [])
      }
      var (numbers, marks) = exact(column)
      for row in numbers.indices where numbers[row] >= 0 {
        if marks[Int(numbers[row])] == nil, standings[row].fixedMention == nil {
          report(row, column, GradingDefect.missingMark)
        }
      }
      guard layout.hasFirstMean else { return (MarkColumn(numbers: numbers, of: marks), []) }
      let first = exact("premiere_exacte")
      let kept = UEMarks.rowsKept(standings) { row in
        first.numbers[row] >= 0 && first.marks[Int(first.numbers[row])] != nil
      }
      numbers += kept.map { first.numbers[$0] + Int32(marks.count) }
      marks += first.marks
      return (MarkColumn(numbers: numbers, of: marks), kept)
    }

    /// A column of exact marks: the different ones, nil for none, and which each row has.
    private mutating func exact(_ column: String) -> (numbers: [Int32], marks: [Fraction?]) {
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
      return (cells.numbers, marks)
    }

    /// A student stands once in each UE. Without a column of UEs the table has told repeats already.
    mutating func checkRepeats(_ standings: [Standing], _ workers: Workers) {
      guard let ue = layout.ue else { return }
      for (row, first) in table.repeatedRows("eleve", within: table.categories(ue).numbers, workers: workers)
      {
        let line = table.line(ofRow: first)
        let isBoth = Set([standings[row], standings[first]]) == [.rattrapage, .firstSession]
        report(
          row, "eleve",
          isBoth
            ? GradingDefect.rattrapageAndFirstSession(firstLine: line) : .repeatedStudent(firstLine: line))
      }
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }
  }
}

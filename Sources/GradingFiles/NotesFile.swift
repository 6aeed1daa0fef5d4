public import DelimitedText
public import ExactValues
public import Grading
public import Workers

/// The final marks that mentions are given for: `eleve,note[,statut][,ue]`, or what `grades validate` writes.
///
/// A column `moyenne_exacte` or `note_exacte` is read instead of `note`. Where there is no `statut`, a column
/// `resultat` says how a student stands: `valide` is the first session, or a rattrapage where the column
/// `session` says 2; `rattrapage` is Fx, `attente` V, `dispense` W.
public struct NotesFile: Sendable {
  public let identifiers: IdentifierColumn
  /// nil where the file is of a single UE.
  public let ues: CategoryColumn?
  public let marks: UEMarks
  /// Whether marks are exact means, written as such.
  public let isExact: Bool

  static let standings = Keywords.anyCase(
    Standing.allCases.map { $0 == .firstSession ? ["", "valide", "validé"] : [$0.word] })
  /// The results of a UE, in the order of ``standingsByResult``.
  private static let results = Keywords.anyCase(UEResult.allCases.map { [$0.rawValue] })

  /// - Parameter ueColumn: the column that says which UE a row is of; nil for `ue`, if it is there.
  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers; O(*n* log *n*) for exact
  ///   means.
  public init(
    _ source: SourceText, ueColumn: String? = nil, workers: Workers = Workers()
  ) throws(InputDefects) {
    let layout = try Layout(source, ueColumn)
    let table = try DelimitedTable(source, columns: layout.columns, header: layout.header)
    var reader = Reader(table, layout)
    let standings = reader.standings()
    let column = reader.marks(standings)
    reader.checkRepeats(standings, workers)
    try table.defects(adding: reader.defects, identifiers: "eleve").throwIfAny()
    identifiers = table.text("eleve")
    isExact = layout.exact != nil
    ues = layout.ue.map(table.categories)
    marks = UEMarks(column, standings: standings, ues: ues?.numbers, ueCount: ues?.names.count ?? 1)
  }

  /// Which columns say what.
  private struct Layout {
    let header: DelimitedHeader
    let exact: String?
    let standing: String?
    let ue: String?
    let hasSession: Bool

    init(_ source: SourceText, _ ueColumn: String?) throws(InputDefects) {
      let known = ["eleve", "note", "statut", "resultat", "moyenne_exacte", "note_exacte", "session"]
      let header = try DelimitedHeader(source, wanted: known + [ueColumn ?? "ue"])
      func first(_ names: [String]) -> String? { names.first { header.names.contains($0) } }
      self.header = header
      exact = first(["note_exacte", "moyenne_exacte"])
      standing = first(["statut", "resultat"])
      ue = ueColumn ?? first(["ue"])
      hasSession = standing == "resultat" && header.names.contains("session")
    }

    var columns: [ColumnSpecification] {
      var columns = [ColumnSpecification("eleve", ue == nil ? .identifier : .reference)]
      if let ue { columns.append(ColumnSpecification(ue, .category)) }
      columns.append(exact.map { ColumnSpecification($0, .text) } ?? ColumnSpecification("note", .mark))
      if let standing {
        columns.append(
          ColumnSpecification(standing, .keyword(standing == "statut" ? standings : results)))
      }
      if hasSession { columns.append(ColumnSpecification("session", .integer(1...2))) }
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
      let sessions = layout.hasSession ? table.integers("session") : nil
      return meanings.enumerated().map { row, meaning in
        guard meaning != DelimitedTable.unread else { return .w }
        return UEResult.allCases[Int(meaning)].standing(session: sessions?[row] ?? 1)
      }
    }

    mutating func marks(_ standings: [Standing]) -> MarkColumn {
      guard let column = layout.exact else {
        let marks = table.marks("note")
        for row in marks.indices where marks[row].units < 0 && standings[row].fixedMention == nil {
          report(row, "note", GradingDefect.missingMark)
        }
        return MarkColumn(marks)
      }
      let cells = table.text(column)
      let limit = Fraction(20, 1)
      return MarkColumn(
        exact: cells.bytes.withUnsafeBytes { bytes in
          (0..<cells.count).map { row in
            let text = UnsafeRawBufferPointer(rebasing: bytes[cells.range(row)])
            if text.isEmpty {
              if standings[row].fixedMention == nil { report(row, column, GradingDefect.missingMark) }
              return nil
            }
            guard let mark = Fraction(parsing: text) else {
              report(row, column, CellDefect.notAFraction)
              return nil
            }
            if mark > limit { report(row, column, CellDefect.notInRange("0 to 20")) }
            return mark
          }
        })
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

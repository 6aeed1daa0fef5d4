import DelimitedText
import ExactValues
import Grading

/// The cells of a mark and of its statut, as what the student has for the ECUE.
///
/// A statut is given in its own column, or in the cell of the mark; a mark with one, or two that differ,
/// contradict each other.
struct StatutCells {
  private let table: DelimitedTable
  private(set) var defects: [RowDefect] = []

  /// All spellings, as messages list them: the first ones of all statuts, then the others.
  private static let spellings: [(word: String, statut: Statut)] = [
    Statut.allCases.map { ($0.spellings[0], $0) },
    Statut.allCases.flatMap { statut in statut.spellings.dropFirst().map { ($0, statut) } },
  ].flatMap(\.self)

  /// What a cell of a mark may hold in its place.
  static let words = Keywords.anyCase(spellings.map { [$0.word] })
  /// What a cell of the column `statut` may hold: nothing, or a statut.
  static let statuts = Keywords.anyCase([[""]] + spellings.map { [$0.word] })

  init(_ table: DelimitedTable) { self.table = table }

  /// By row; where a cell has a defect, V.
  mutating func marks() -> [SessionMark] {
    let notes = table.marks(GradingColumn.mark)
    let meanings = table.has(GradingColumn.status) ? table.keywords(GradingColumn.status) : nil
    // Cells with a defect of their own are reported already.
    let isReadable = table.defects.isEmpty
    return (0..<notes.count).map { row in
      let mark = notes.mark(row)
      let inCell = notes.cells[row].word.map { Self.spellings[Int($0)].statut }
      let inColumn = meanings.flatMap { Self.statut($0[row]) }
      if let inCell {
        if let inColumn, inColumn != inCell {
          report(row, .twoStatuts("\(inCell.csvWord)", "\(inColumn.csvWord)"))
        }
        return inCell.mark
      }
      guard let inColumn else {
        if let mark { return .mark(mark) }
        if isReadable { report(row, .missingMark) }
        return .excused
      }
      if mark != nil { report(row, .markBesideStatut("\(inColumn.csvWord)")) }
      return inColumn.mark
    }
  }

  /// - Parameter meaning: of ``statuts``, or ``DelimitedTable/unread``.
  private static func statut(_ meaning: UInt16) -> Statut? {
    meaning == 0 || meaning == DelimitedTable.unread ? nil : spellings[Int(meaning) - 1].statut
  }

  private mutating func report(_ row: Int, _ reason: GradingDefect) {
    defects.append(RowDefect(row: row, column: GradingColumn.mark, reason: reason))
  }
}

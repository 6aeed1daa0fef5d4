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

  /// The words of each statut. `ABJ` is what Apogée calls `V`, `DIS` what it calls `W`.
  private static let spellings: [(mark: ECUEMark, words: [String])] = [
    (.unexcused, ["ABI"]), (.excused, ["V", "ABJ"]), (.exempted, ["W", "DIS"]), (.failed, ["F"]),
  ]

  static let words = Keywords.anyCase(spellings.map(\.words))
  static let statuts = Keywords.anyCase([[""]] + spellings.map(\.words))

  init(_ table: DelimitedTable) { self.table = table }

  /// By row; where a cell has a defect, V.
  mutating func marks() -> [ECUEMark] {
    let notes = table.marks("note")
    let statuts = table.has("statut") ? table.keywords("statut") : nil
    // Cells with a defect of their own are reported already.
    let isReadable = table.defects.isEmpty
    func statut(_ row: Int) -> Int? {
      guard let meaning = statuts?[row], 1...Self.spellings.count ~= Int(meaning) else { return nil }
      return Int(meaning) - 1
    }
    return (0..<notes.count).map { row in
      let (word, mark, statut) = (notes.cells[row].word, notes.mark(row), statut(row))
      if let word = word.map({ Int($0) }) {
        if let statut, statut != word { report(row, .twoStatuts(Self.name(word), Self.name(statut))) }
        return Self.spellings[word].mark
      }
      guard let statut else {
        if let mark { return .mark(mark) }
        if isReadable { report(row, .missingMark) }
        return .excused
      }
      if mark != nil { report(row, .markBesideStatut(Self.name(statut))) }
      return Self.spellings[statut].mark
    }
  }

  private static func name(_ statut: Int) -> String { spellings[statut].words[0] }

  private mutating func report(_ row: Int, _ reason: GradingDefect) {
    defects.append(RowDefect(row: row, column: "note", reason: reason))
  }
}

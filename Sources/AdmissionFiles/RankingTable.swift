public import Admission
public import DelimitedText
import ExactValues
public import Workers

/// The table of the admissibility list.
public struct RankingTable: Sendable {
  private let list: AdmissibilityList
  private let candidates: Candidates
  private let general: NoteText
  private let scientific: NoteText

  public init(_ list: AdmissibilityList, _ candidates: Candidates, _ notes: Notes) {
    self.list = list
    self.candidates = candidates
    general = NoteText(notes.general)
    scientific = NoteText(notes.scientific)
  }

  /// - Complexity: O(*n*), *n* admissible candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = [
      "rang", "candidat", "note_generale", "note_scientifique", "naissance", "boursier", "genre", "departage",
      "generale_exacte", "scientifique_exacte",
    ]
    if candidates.secteurs != nil { columns.append("secteur") }
    try writeTable(format, columns: columns, rows: list.count, workers: workers, to: sink) { text, places in
      for place in places {
        let row = Int(list.rows[place])
        text.integer(place + 1)
        text.identifier(row, of: candidates.identifiers)
        general.writeDecimal(row, to: &text)
        scientific.writeDecimal(row, to: &text)
        text.date(candidates.birthDates[row])
        text.boolean(candidates.boursiers[row])
        text.word(candidates.genres[row].letter)
        text.word(list.tieBreaks[place].word)
        general.writeExact(row, to: &text)
        scientific.writeExact(row, to: &text)
        if let secteurs = candidates.secteurs { text.boolean(secteurs[row]) }
        text.endRow()
      }
    }
  }
}

public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The table of the candidates who are not on the admissibility list, with the barres they miss.
public struct NotAdmissibleTable: Sendable {
  private let rejected: NotAdmissible
  private let candidates: Candidates
  private let notes: Scores

  public init(_ rejected: NotAdmissible, _ candidates: Candidates, _ notes: Scores) {
    self.rejected = rejected
    self.candidates = candidates
    self.notes = notes
  }

  /// What a note lacks to its barre is empty where the barre is reached.
  ///
  /// - Complexity: O(*n*), *n* candidates not on the list, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      "candidat", "note_generale", "note_scientifique", "motif", "manque_generale", "manque_scientifique",
      "generale_exacte", "scientifique_exacte", "manque_generale_exact", "manque_scientifique_exact",
    ]
    try writeTable(format, columns: columns, rows: rejected.count, workers: workers, to: sink) {
      text, places in
      for place in places {
        let row = Int(rejected.rows[place])
        let distances = [
          BarreDistance(note: notes.general[row], bar: rejected.generalBarre),
          BarreDistance(note: notes.scientific[row], bar: rejected.scientificBarre),
        ]
        text.identifier(row, of: candidates.identifiers)
        for distance in distances { text.decimal(distance.noteText) }
        text.word(rejected.missed[place].word)
        for distance in distances { text.decimal(distance.shortfall?.distanceText ?? "") }
        for distance in distances { text.text(distance.note.description) }
        for distance in distances { text.text(distance.shortfall?.description ?? "") }
        text.endRow()
      }
    }
  }
}

public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The table of both notes, in the candidates' order.
public struct ScoreTable: Sendable {
  private let candidates: Candidates
  private let notes: Scores

  public init(_ candidates: Candidates, _ notes: Scores) {
    self.candidates = candidates
    self.notes = notes
  }

  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      "candidat", "note_generale", "note_scientifique", "generale_exacte", "scientifique_exacte",
    ]
    let general = ScoreText(notes.general.scale)
    let scientific = ScoreText(notes.scientific.scale)
    try writeTable(format, columns: columns, rows: candidates.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        text.identifier(row, of: candidates.identifiers)
        general.writeDecimal(notes.general.numerators[row], to: &text)
        scientific.writeDecimal(notes.scientific.numerators[row], to: &text)
        general.writeExact(notes.general.numerators[row], to: &text)
        scientific.writeExact(notes.scientific.numerators[row], to: &text)
        text.endRow()
      }
    }
  }
}

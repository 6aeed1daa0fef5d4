public import Admission
public import DelimitedText
import ExactValues
public import Workers

/// The table of both notes, in the candidates' order.
public struct ScoreTable: Sendable {
  private let candidates: Candidates
  private let general: NoteText
  private let scientific: NoteText

  public init(_ candidates: Candidates, _ notes: Notes) {
    self.candidates = candidates
    general = NoteText(notes.general)
    scientific = NoteText(notes.scientific)
  }

  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      "candidat", "note_generale", "note_scientifique", "generale_exacte", "scientifique_exacte",
    ]
    try writeTable(format, columns: columns, rows: candidates.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        text.identifier(row, of: candidates.identifiers)
        general.writeDecimal(row, to: &text)
        scientific.writeDecimal(row, to: &text)
        general.writeExact(row, to: &text)
        scientific.writeExact(row, to: &text)
        text.endRow()
      }
    }
  }
}

extension TableText {
  /// Writes the identifier of a row.
  @inline(__always)
  mutating func identifier(_ row: Int, of identifiers: IdentifierColumn) {
    identifiers.bytes.withUnsafeBytes { bytes in
      text(UnsafeRawBufferPointer(rebasing: bytes[identifiers.range(row)]))
    }
  }
}

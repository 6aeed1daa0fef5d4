public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of both notes, in the candidates' order.
public struct ScoreTable: Sendable, WritableTable {
  private let scores: Scores

  /// - Parameter scores: the notes to write.
  public init(_ scores: Scores) { self.scores = scores }

  /// Writes the notes.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      AdmissionColumn.candidate, AdmissionColumn.generalScore, AdmissionColumn.scientificScore,
      AdmissionColumn.exactGeneralScore, AdmissionColumn.exactScientificScore,
    ]
    let general = ScoreText(scores.general.scale)
    let scientific = ScoreText(scores.scientific.scale)
    let identifiers = scores.candidates.identifiers
    let (generals, scientifics) = (scores.general.numerators, scores.scientific.numerators)
    try writeTable(format, columns: columns, rows: scores.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.identifier(row, of: identifiers)
        general.writeDecimal(generals[row], to: &text)
        scientific.writeDecimal(scientifics[row], to: &text)
        general.writeExact(generals[row], to: &text)
        scientific.writeExact(scientifics[row], to: &text)
        text.endRow()
      }
    }
  }
}

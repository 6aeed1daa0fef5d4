public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the candidates convoked to an oral, `rang,candidat,note_generale`.
public struct ConvokedTable: Sendable, WritableTable {
  private let phase: OralPhase

  /// - Parameter phase: the phase whose convoked candidates are written.
  public init(_ phase: OralPhase) { self.phase = phase }

  /// Writes the convoked candidates. No note below the barre d'admission is printed as one that reaches it.
  ///
  /// - Complexity: O(*n*), *n* candidates on the admissibility list.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [AdmissionColumn.rank, AdmissionColumn.candidate, AdmissionColumn.generalScore]
    let (positions, barre) = (phase.convoked, phase.admissionBarre.decimal.fraction)
    try writeTable(format, columns: columns, rows: positions.count, workers: workers, to: sink) {
      text, rows in
      for position in positions[rows] {
        text.integer(phase.ranks[position])
        text.identifier(position, of: phase.identifiers)
        text.decimal(phase.generalScores[position].decimalText(under: barre))
        text.endRow()
      }
    }
  }
}

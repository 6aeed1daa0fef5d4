public import Admission
public import DelimitedText
public import ExactValues
public import Parallelism

/// The tables of the admission phase: the convoked, and the final list.
public struct OralPhaseTables: Sendable {
  private let list: AdmissibilityFile
  private let bar: Fraction
  private let format: TableFormat
  private let workers: Workers

  /// - Parameter admissionBarre: no note below it is printed as one that reaches it.
  public init(
    _ list: AdmissibilityFile, admissionBarre: Mark, _ format: TableFormat, workers: Workers = Workers()
  ) {
    self.list = list
    bar = admissionBarre.decimal.fraction
    self.format = format
    self.workers = workers
  }

  /// The candidates convoked to an oral, `rang,candidat,note_generale`.
  public func writeConvoked(
    _ positions: [Int], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let notes = list.notes
    try writeTable(
      format, columns: ["rang", "candidat", "note_generale"], rows: positions.count, workers: workers,
      to: sink
    ) { text, rows in
      for position in positions[rows] {
        text.integer(list.rank(position))
        text.text(list.identifier(position))
        text.decimal(notes[position].decimalText(under: bar))
        text.endRow()
      }
    }
  }

  /// The final list: the admissibility list's columns between the new ranks and the decision.
  public func writeFinal(
    _ admitted: [OralPhase.Admitted], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let kept = list.columns.filter { $0 != "rang" && $0 != "departage" }
    let columns = kept.map { list.column($0, under: bar) }
    try writeTable(
      format, columns: ["rang", "rang_admissibilite"] + kept + ["decision"], rows: admitted.count,
      workers: workers, to: sink
    ) { text, rows in
      for index in rows {
        let position = admitted[index].position
        text.integer(index + 1)
        text.integer(list.rank(position))
        for column in columns { column.write(position, to: &text) }
        text.text(admitted[index].decision.rawValue)
        text.endRow()
      }
    }
  }

  /// The convoked candidates whom the oral did not admit; `motif` is the verdict.
  public func writeNotAdmitted(
    _ rejected: [(position: Int, verdict: OralVerdict)], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = ["rang_admissibilite", "candidat", "note_generale", "motif", "generale_exacte"]
    let notes = list.notes
    try writeTable(format, columns: columns, rows: rejected.count, workers: workers, to: sink) { text, rows in
      for (position, verdict) in rejected[rows] {
        text.integer(list.rank(position))
        text.text(list.identifier(position))
        text.decimal(notes[position].decimalText(under: bar))
        text.text(verdict.rawValue)
        text.text(notes[position].description)
        text.endRow()
      }
    }
  }
}

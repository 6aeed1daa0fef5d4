public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the newly called, `ordre,candidat`.
public struct CallRoundTable: Sendable, WritableTable {
  private let round: CallRound

  /// - Parameter round: the round whose calls are written.
  public init(_ round: CallRound) { self.round = round }

  /// Writes the calls.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [AdmissionColumn.order, AdmissionColumn.candidate]
    try writeTable(format, columns: columns, rows: round.called.count, workers: workers, to: sink) {
      text, rows in
      for call in round.called[rows] {
        text.integer(call.order)
        text.text(call.candidate)
        text.endRow()
      }
    }
  }
}

public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The tables of a season of calls.
public struct CallSeasonTables: Sendable {
  private let order: CallOrderFile
  private let format: TableFormat
  private let workers: Workers

  public init(_ order: CallOrderFile, _ format: TableFormat, workers: Workers = Workers()) {
    self.order = order
    self.format = format
    self.workers = workers
  }

  /// The newly called, `ordre,candidat`.
  public func write(_ round: CallRound, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = ["ordre", "candidat"]
    try writeTable(format, columns: columns, rows: round.called.count, workers: workers, to: sink) {
      text, rows in
      for position in round.called[rows] {
        text.integer(order.orders[position])
        text.identifier(position, of: order.identifiers)
        text.endRow()
      }
    }
  }

  /// The state of a season, `ordre,candidat,statut,appel`: everyone who does not just wait, in call order;
  /// `appel` is 0 for who left without being called.
  public func write(_ season: CallSeason, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let told = season.statuses.indices.filter { season.statuses[$0] != .waiting }
    let columns = ["ordre", "candidat", "statut", "appel"]
    try writeTable(format, columns: columns, rows: told.count, workers: workers, to: sink) { text, rows in
      for position in told[rows] {
        text.integer(order.orders[position])
        text.identifier(position, of: order.identifiers)
        text.word(season.statuses[position].word)
        text.integer(season.appels[position])
        text.endRow()
      }
    }
  }
}

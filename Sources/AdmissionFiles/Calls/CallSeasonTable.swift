public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the state of a season, `ordre,candidat,statut,appel`: everyone who does not just wait, in call order;
/// `appel` is 0 for a candidate who left without being called.
public struct CallSeasonTable: Sendable, WritableTable {
  private let season: CallSeason

  /// - Parameter season: the season to write.
  public init(_ season: CallSeason) { self.season = season }

  /// Writes the state.
  ///
  /// - Complexity: O(*n*), *n* candidates.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let positions = season.indices.filter { season.statuses[$0] != .waiting }
    let columns = [
      AdmissionColumn.order, AdmissionColumn.candidate, AdmissionColumn.status, AdmissionColumn.appel,
    ]
    try writeTable(format, columns: columns, rows: positions.count, workers: workers, to: sink) {
      text, rows in
      for position in positions[rows] {
        text.integer(season.orders[position])
        text.identifier(position, of: season.identifiers)
        text.word(season.statuses[position].csvWord)
        text.integer(season.appels[position])
        text.endRow()
      }
    }
  }
}

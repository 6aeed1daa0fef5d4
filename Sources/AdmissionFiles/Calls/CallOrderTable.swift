public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of a call order, `ordre,candidat,rang,boursier,secteur`.
public struct CallOrderTable: Sendable, WritableTable {
  private let order: CallOrder

  /// - Parameter order: the order to write.
  public init(_ order: CallOrder) { self.order = order }

  /// Writes the order. What the final list does not say is left empty.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      AdmissionColumn.order, AdmissionColumn.candidate, AdmissionColumn.rank, AdmissionColumn.boursier,
      AdmissionColumn.secteur,
    ]
    let ranking = order.ranking
    try writeTable(format, columns: columns, rows: order.count, workers: workers, to: sink) { text, calls in
      for call in calls {
        let place = Int(order.positions[call])
        text.integer(call + 1)
        text.identifier(ranking.row(place), of: ranking.identifiers)
        text.integer(ranking.rank(place))
        for flags in [ranking.boursiers, ranking.secteurs] {
          if let flags { text.boolean(flags[place]) } else { text.empty() }
        }
        text.endRow()
      }
    }
  }
}

public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The table of a call order, `ordre,candidat,rang,boursier,secteur`.
public struct CallOrderTable: Sendable {
  private let order: CallOrder
  private let list: FinalListFile

  public init(_ order: CallOrder, _ list: FinalListFile) {
    self.order = order
    self.list = list
  }

  /// What the final list does not say is left empty.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = ["ordre", "candidat", "rang", "boursier", "secteur"]
    try writeTable(format, columns: columns, rows: order.count, workers: workers, to: sink) { text, calls in
      for call in calls {
        let position = Int(order.positions[call])
        text.integer(call + 1)
        text.identifier(position, of: list.identifiers)
        text.integer(list.ranks[position])
        for flags in [list.boursiers, list.secteurs] {
          if let flags { text.boolean(flags[position]) } else { text.empty() }
        }
        text.endRow()
      }
    }
  }
}

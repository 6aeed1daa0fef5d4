import AdmissionCalls
public import DelimitedText
public import ExactValues
import Parallelism

/// A call order as `call-order` writes it: `ordre,candidat`.
public struct CallOrderFile: Sendable {
  /// In call order.
  public let identifiers: IdentifierColumn
  /// The numbers of the call order, ascending.
  public let orders: [Int]
  let index: IdentifierIndex

  /// - Throws: ``InputDefects`` for everything wrong with the file, repeated numbers included.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("ordre", .integer(1...Int.max)), ColumnSpecification("candidat", .identifier),
      ], unused: ["rang", "boursier", "secteur", "statut", "appel"])
    let orders = table.integers("ordre")
    let (rows, repeats) = orderedRows(orders, table, "ordre") { CallFileDefect.repeatedOrder(firstLine: $0) }
    try table.defects(adding: repeats, identifiers: "candidat").throwIfAny()
    identifiers = table.text("candidat").gathered(rows)
    self.orders = rows.map { orders[Int($0)] }
    index = IdentifierIndex(identifiers)
  }

  public var count: Int { orders.count }
}

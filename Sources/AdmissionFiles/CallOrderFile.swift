public import AdmissionCalls
public import DelimitedText
public import ExactValues
public import Parallelism

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

import AdmissionCalls
public import DelimitedText
public import ExactValues
public import Parallelism

/// A call order read back from a file, `ordre,candidat`: numbers ascend, and nobody is in it twice.
public struct CallOrderFile: Sendable {
  /// The candidates, in call order.
  public let identifiers: IdentifierColumn
  /// The numbers of the call order, ascending.
  public let orders: [Int]
  let index: IdentifierIndex

  /// Reads and checks the file of a call order, as ``CallOrderTable`` writes it.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads to use.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it;
  ///   `CancellationError` where the task is cancelled.
  public init(
    contentsOf path: String, encoding: TextEncoding = .utf8, workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try CallOrderFile($0)
    }
  }

  /// Reads and checks the text of such a file.
  ///
  /// - Parameter source: the text; rows in any order.
  /// - Throws: `InputDefects` with everything that is wrong with the file, repeated numbers included.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(AdmissionColumn.order, .integer(1...Int.max)),
        ColumnSpecification(AdmissionColumn.candidate, .identifier),
      ],
      unused: [
        AdmissionColumn.rank, AdmissionColumn.boursier, AdmissionColumn.secteur, AdmissionColumn.status,
        AdmissionColumn.appel,
      ])
    let orders = table.integers(AdmissionColumn.order)
    let (rows, repeats) = orderedRows(orders, table, AdmissionColumn.order) {
      CallFileDefect.repeatedOrder(firstLine: $0)
    }
    try table.defects(adding: repeats, identifiers: AdmissionColumn.candidate).throwIfAny()
    identifiers = table.text(AdmissionColumn.candidate).gathered(rows)
    self.orders = rows.map { orders[Int($0)] }
    index = IdentifierIndex(identifiers)
  }

  /// How many candidates are in it.
  public var count: Int { orders.count }
}

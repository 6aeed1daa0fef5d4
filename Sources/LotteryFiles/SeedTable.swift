public import DelimitedText
import ExactValues
public import Lottery
public import Parallelism

/// The table of a seed and its commitment: one row, `graine,engagement`.
///
/// ```swift
/// try SeedTable(secret).write(to: path)
/// let seed = try SeedFile(contentsOf: path).seed
/// print(seed == secret)  // true
/// ```
public struct SeedTable: WritableTable, Sendable {
  private let seed: DrawSeed

  /// - Parameter seed: stays secret until the session is over: so must the table.
  public init(_ seed: DrawSeed) { self.seed = seed }

  /// Writes the header and the row.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var text = TableText(format, columns: ["graine", "engagement"])
    text.writeHead()
    text.text(seed.text)
    text.text(seed.commitment)
    text.endRow()
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }
}

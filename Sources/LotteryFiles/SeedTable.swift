public import DelimitedText
import ExactValues
public import Lottery
public import Parallelism

/// The table of a seed and its commitment, `graine,engagement`.
public struct SeedTable: WritableTable, Sendable {
  private let seed: DrawSeed

  public init(_ seed: DrawSeed) { self.seed = seed }

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

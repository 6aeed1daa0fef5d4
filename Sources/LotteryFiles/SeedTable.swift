public import DelimitedText
import ExactValues
import Foundation
public import Lottery

/// The table of a seed and its commitment, `graine,engagement`.
public struct SeedTable: Sendable {
  private let seed: DrawSeed

  public init(_ seed: DrawSeed) { self.seed = seed }

  public func write(_ format: TableFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = TableText(format, columns: ["graine", "engagement"])
    text.writeHead()
    text.text(seed.text)
    text.text(seed.commitment)
    text.endRow()
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }
}

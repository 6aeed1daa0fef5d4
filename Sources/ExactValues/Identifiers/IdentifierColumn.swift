/// The identifiers of many rows, byte for byte as UTF-8, in one piece of memory.
///
/// Identifiers are pseudonyms; no name of a person is ever needed.
///
/// ```swift
/// let column = IdentifierColumn(["C0001", "C0002"])
/// print(column.count, column[1])  // 2 C0002
/// ```
public struct IdentifierColumn: Sendable, Equatable {
  /// All identifiers one after the other.
  public let bytes: [UInt8]
  /// `ends[i]` is the offset after identifier *i*; it starts where the one before ends.
  public let ends: [Int]

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - ends: non-decreasing, the last one `bytes.count`.
  package init(bytes: [UInt8], ends: [Int]) {
    precondition(ends.last ?? 0 == bytes.count, "the last identifier ends where the bytes end")
    self.bytes = bytes
    self.ends = ends
  }

  /// - Parameter identifiers: by row.
  public init(_ identifiers: some Sequence<String>) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for identifier in identifiers {
      bytes.append(contentsOf: identifier.utf8)
      ends.append(bytes.count)
    }
    self.init(bytes: bytes, ends: ends)
  }

  /// How many rows there are.
  public var count: Int { ends.count }

  /// Where identifier `row` lies in ``bytes``.
  @inlinable
  public func range(_ row: Int) -> Range<Int> {
    Range(uncheckedBounds: (row == 0 ? 0 : ends[row - 1], ends[row]))
  }

  /// The identifiers of some rows, in the order given.
  public func gathered(_ rows: [UInt32]) -> IdentifierColumn { gathered(rows[...]) }

  /// The identifiers of some rows, in the order given.
  public func gathered(_ rows: ArraySlice<UInt32>) -> IdentifierColumn {
    var end = 0
    let ends = rows.map { row in
      end += range(Int(row)).count
      return end
    }
    let gathered = bytes.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: end) { buffer, count in
        for row in rows {
          let range = range(Int(row))
          if range.isEmpty { continue }
          (buffer.baseAddress! + count).initialize(
            from: bytes.baseAddress! + range.lowerBound, count: range.count)
          count += range.count
        }
      }
    }
    return IdentifierColumn(bytes: gathered, ends: ends)
  }

  /// The identifier of a row.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }
}

package import ExactValues
package import Parallelism

/// Finds the row of an identifier.
package struct IdentifierIndex: Sendable {
  private let identifiers: IdentifierColumn
  private let hashes: [UInt64]
  /// Rows plus one by hash; 0 where there is none.
  private let slots: [UInt32]
  /// Made when an identifier is not found for the first time.
  private let similar = OnDemand<SimilarIndex>()

  /// - Parameter identifiers: of repeated ones, the first row counts.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  package init(_ identifiers: IdentifierColumn) {
    self.identifiers = identifiers
    var capacity = 16
    while capacity < identifiers.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    hashes = identifiers.bytes.withUnsafeBytes { bytes in
      identifiers.ends.withUnsafeBufferPointer { ends in
        let hashes = ends.indices.map { identifierHash(cell(bytes, ends, $0)) }
        for (row, hash) in hashes.enumerated() {
          var slot = Int(truncatingIfNeeded: hash >> 20) & (capacity - 1)
          // One slot for all that are the same: there may be few different ones among many.
          while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if hashes[other] == hash, compare(cell(bytes, ends, other), cell(bytes, ends, row)) == 0 { break }
            slot = (slot + 1) & (capacity - 1)
          }
          if slots[slot] == 0 { slots[slot] = UInt32(row + 1) }
        }
        return hashes
      }
    }
    self.slots = slots
  }

  /// The row of an identifier, or nil.
  package func row(of identifier: String) -> Int? {
    let row = rows(of: IdentifierColumn([identifier]), workers: Workers(count: 1))[0]
    return row < 0 ? nil : Int(row)
  }

  /// Why an identifier is not found, with the one that is there and differs from it by leading zeros, case, accents or
  /// spaces only.
  ///
  /// - Parameters:
  ///   - row: of `column`, an identifier that is not found here.
  ///   - reason: what is wrong without that.
  package func reason(_ reason: some DefectReason, notFound row: Int, of column: IdentifierColumn)
    -> any DefectReason
  {
    let similar = similar.value { SimilarIndex(identifiers) }
    guard let near = similar.row(similarTo: column, row) else { return reason }
    return NearIdentifier(reason: reason, wanted: column[row], found: identifiers[near])
  }

  /// The row of each identifier of a column, −1 for those not found.
  ///
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers.
  package func rows(of column: IdentifierColumn, workers: Workers) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: column.count) { buffer, count in
      count = column.count
      identifiers.bytes.withUnsafeBytes { bytes in
        identifiers.ends.withUnsafeBufferPointer { ends in
          column.bytes.withUnsafeBytes { wanted in
            column.ends.withUnsafeBufferPointer { wantedEnds in
              // Read only, but for the rows of the buffer, which each part has its own of.
              nonisolated(unsafe) let (bytes, ends) = (bytes, ends)
              nonisolated(unsafe) let (wanted, wantedEnds, buffer) = (wanted, wantedEnds, buffer)
              let ranges = workers.ranges(of: column.count, minimum: 1 << 14)
              workers.perform(parts: ranges.count) { part in
                for row in ranges[part] {
                  buffer[row] = find(cell(wanted, wantedEnds, row), bytes, ends)
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func find(
    _ text: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer, _ ends: UnsafeBufferPointer<Int>
  ) -> Int32 {
    let hash = identifierHash(text)
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if hashes[row] == hash, compare(cell(bytes, ends, row), text) == 0 { return Int32(row) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }
}

@inline(__always)
func cell(
  _ bytes: UnsafeRawBufferPointer, _ ends: UnsafeBufferPointer<Int>, _ row: Int
) -> UnsafeRawBufferPointer {
  let start = row == 0 ? 0 : ends[row - 1]
  return UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: ends[row] - start)
}

@inline(__always)
func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
  let common = min(a.count, b.count)
  for index in 0..<common where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
  return a.count - b.count
}

/// A hash of the bytes by multiply and fold.
@inline(__always)
func identifierHash(_ text: UnsafeRawBufferPointer) -> UInt64 {
  func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return high ^ low
  }
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
  var index = 0
  while index + 8 <= text.count {
    state = fold(
      state ^ text.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0xD6E8_FEB8_6659_FD93)
    index += 8
  }
  var rest: UInt64 = 0
  while index < text.count {
    rest = rest << 8 | UInt64(text[index])
    index += 1
  }
  return fold(fold(state ^ rest, 0xA076_1D64_78BD_642F), 0xE703_7ED1_A0B4_28DB)
}

package import ExactValues
package import Parallelism

/// Finds the row of an identifier.
package struct IdentifierIndex: Sendable {
  private let identifiers: IdentifierColumn
  private let hashes: [UInt64]
  private let slots: HashSlots
  /// Made when an identifier is not found for the first time.
  private let similar = OnDemand<SimilarIndex>()

  /// - Parameter identifiers: of repeated ones, the first row counts.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  package init(_ identifiers: IdentifierColumn) {
    self.identifiers = identifiers
    var slots = HashSlots(count: identifiers.count)
    hashes = identifiers.bytes.withUnsafeBytes { bytes in
      identifiers.ends.withUnsafeBufferPointer { ends in
        let hashes = ends.indices.map { identifierHash(cell(bytes, ends, $0)) }
        for (row, hash) in hashes.enumerated() {
          // One slot for all that are the same: there may be few different ones among many.
          let slot = slots.slot(of: hash) { other in
            hashes[other] == hash && compare(cell(bytes, ends, other), cell(bytes, ends, row)) == 0
          }
          if slots[slot] == nil { slots[slot] = row }
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
              let ranges = workers.ranges(of: column.count, minimum: fewestRowsOfAPart)
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
    let slot = slots.slot(of: hash) { row in
      hashes[row] == hash && compare(cell(bytes, ends, row), text) == 0
    }
    return slots[slot].map { Int32($0) } ?? -1
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

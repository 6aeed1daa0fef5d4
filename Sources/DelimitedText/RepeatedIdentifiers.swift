import ExactValues
public import Workers

extension DelimitedTable {
  /// The rows whose text in a column another row of the same category before them has, each with the first
  /// row that has it. Empty texts are not compared.
  ///
  /// - Parameters:
  ///   - column: an identifier, reference or text column.
  ///   - categories: of each row.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers.
  public func repeatedRows(
    _ column: String, within categories: [Int32], workers: Workers = Workers()
  ) -> [(row: Int, first: Int)] {
    repeatedIdentifiers(text(column), within: categories, workers: workers)
  }
}

/// The rows whose identifier another row before them has, each with the first row that has it.
///
/// Empty identifiers are not compared.
///
/// - Parameter groups: of each row, where only rows of one group are compared.
/// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers.
func repeatedIdentifiers(
  _ identifiers: IdentifierColumn, within groups: [Int32]? = nil, workers: Workers
) -> [(row: Int, first: Int)] {
  let rows = identifiers.count
  guard rows > 1 else { return [] }
  return identifiers.bytes.withUnsafeBytes { bytes in
    identifiers.ends.withUnsafeBufferPointer { ends in
      // Read only.
      nonisolated(unsafe) let (bytes, ends) = (bytes, ends)
      let ranges = workers.ranges(of: rows, minimum: 1 << 14)
      let isAscending = Collector<Bool>(ranges.count)
      workers.perform(parts: ranges.count) { part in
        isAscending[part] = ranges[part].dropFirst(part == 0 ? 1 : 0).allSatisfy { row in
          if let groups, groups[row - 1] != groups[row] { return groups[row - 1] < groups[row] }
          return compare(cell(bytes, ends, row - 1), cell(bytes, ends, row)) < 0
        }
      }
      if isAscending.values.allSatisfy({ $0 == true }) { return [] }
      let hashes = [UInt64](unsafeUninitializedCapacity: rows) { buffer, count in
        nonisolated(unsafe) let buffer = buffer
        workers.perform(parts: ranges.count) { part in
          for row in ranges[part] {
            let hash = identifierHash(cell(bytes, ends, row))
            buffer[row] =
              groups.map { hash ^ UInt64(bitPattern: Int64($0[row])) &* 0x9E37_79B9_7F4A_7C15 } ?? hash
          }
        }
        count = rows
      }
      // Each part holds the identifiers whose hash is its own modulo the number of parts.
      let parts = workers.count
      let found = Collector<[(row: Int, first: Int)]>(parts)
      workers.perform(parts: parts) { part in
        found[part] = repeats(bytes, ends, hashes, groups, part: UInt64(part), of: UInt64(parts))
      }
      return found.values.flatMap(\.unsafelyUnwrapped).sorted { $0.row < $1.row }
    }
  }
}

private func repeats(
  _ bytes: UnsafeRawBufferPointer, _ ends: UnsafeBufferPointer<Int>, _ hashes: [UInt64], _ groups: [Int32]?,
  part: UInt64, of parts: UInt64
) -> [(row: Int, first: Int)] {
  let own = hashes.count(where: { $0 % parts == part })
  var capacity = 16
  while capacity < own * 2 { capacity *= 2 }
  let mask = capacity - 1
  var slots = [UInt32](repeating: 0, count: capacity)
  var found: [(row: Int, first: Int)] = []
  slots.withUnsafeMutableBufferPointer { slots in
    hashes.withUnsafeBufferPointer { hashes in
      for row in 0..<hashes.count where hashes[row] % parts == part {
        let text = cell(bytes, ends, row)
        if text.isEmpty { continue }
        var slot = Int(truncatingIfNeeded: hashes[row] >> 20) & mask
        while slots[slot] != 0 {
          let other = Int(slots[slot]) - 1
          if hashes[other] == hashes[row], groups.map({ $0[other] == $0[row] }) ?? true,
            compare(cell(bytes, ends, other), text) == 0
          {
            found.append((row, other))
            break
          }
          slot = (slot + 1) & mask
        }
        if slots[slot] == 0 { slots[slot] = UInt32(row + 1) }
      }
    }
  }
  return found
}

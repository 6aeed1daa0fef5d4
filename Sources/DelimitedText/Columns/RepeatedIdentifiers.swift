import ExactValues
package import Parallelism

extension DelimitedTable {
  /// The rows whose text in a column another row of the same category before them has, each with the first
  /// row that has it. Empty texts are not compared.
  ///
  /// - Parameters:
  ///   - column: an identifier, reference or text column.
  ///   - categories: of each row.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes, shared by the workers.
  package func repeatedRows(
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
      let ranges = workers.ranges(of: rows, minimum: fewestRowsOfAPart)
      let isAscending = workers.map(parts: ranges.count) { part in
        ranges[part].dropFirst(part == 0 ? 1 : 0).allSatisfy { row in
          if let groups, groups[row - 1] != groups[row] { return groups[row - 1] < groups[row] }
          return compare(cell(bytes, ends, row - 1), cell(bytes, ends, row)) < 0
        }
      }
      if isAscending.allSatisfy(\.self) { return [] }
      let wide = workers.ranges(of: rows, minimum: fewestRowsOfARange, perThread: 1)
      let buckets = HashBuckets(bytes, ends, groups, ranges: wide, workers: workers)
      let found = workers.map(parts: buckets.count) { part in
        buckets.withRows(of: part) { repeats($0, bytes, ends, groups) }
      }
      return found.flatMap(\.self).sorted { $0.row < $1.row }
    }
  }
}

/// The fewest rows that are put into buckets by a thread of their own, each of which counts all buckets.
private let fewestRowsOfARange = 1 << 16

/// Rows put together by hash, so that those of a bucket can be compared within a processor's cache.
///
/// A bucket holds entries `hash << 32 | row`, the rows ascending.
private final class HashBuckets: @unchecked Sendable {  // Filled before it is shared.
  let count: Int
  private let starts: [Int]
  private let entries: UnsafeMutableBufferPointer<UInt64>

  /// Rows of a bucket, about: its entries and their slots, 192 kB, fit the second cache of processors since 2015.
  private static let rowsPerBucket = 1 << 13
  /// No more buckets than the ends of which fit the second cache while rows are handed out to them.
  private static let mostBits = 16

  init(
    _ bytes: UnsafeRawBufferPointer, _ ends: UnsafeBufferPointer<Int>, _ groups: [Int32]?,
    ranges: [Range<Int>], workers: Workers
  ) {
    var bits = 0
    while bits < Self.mostBits, ends.count >> bits > Self.rowsPerBucket { bits += 1 }
    let count = 1 << bits
    self.count = count
    let shift = UInt64(64 - bits)
    func hash(_ row: Int) -> UInt64 {
      let hash = identifierHash(cell(bytes, ends, row))
      guard let groups else { return hash }
      return hash ^ (UInt64(bitPattern: Int64(groups[row])) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    }
    // Read only.
    nonisolated(unsafe) let hashOf = hash
    let counts = workers.map(parts: ranges.count) { part in
      var own = [Int](repeating: 0, count: count)
      for row in ranges[part] { own[Int(truncatingIfNeeded: bits == 0 ? 0 : hashOf(row) &>> shift)] += 1 }
      return own
    }
    var starts = [0]
    var offsets = counts.map { _ in [Int](repeating: 0, count: count) }
    var sum = 0
    for bucket in 0..<count {
      for part in ranges.indices {
        offsets[part][bucket] = sum
        sum += counts[part][bucket]
      }
      starts.append(sum)
    }
    self.starts = starts
    entries = .allocate(capacity: ends.count)
    nonisolated(unsafe) let entries = entries
    let begins = offsets
    workers.perform(parts: ranges.count) { part in
      var next = begins[part]
      for row in ranges[part] {
        let hash = hashOf(row)
        let bucket = Int(truncatingIfNeeded: bits == 0 ? 0 : hash &>> shift)
        entries[next[bucket]] = hash << 32 | UInt64(row)
        next[bucket] += 1
      }
    }
  }

  deinit { entries.deallocate() }

  func withRows<R>(of bucket: Int, _ body: (UnsafeMutableBufferPointer<UInt64>) -> R) -> R {
    body(UnsafeMutableBufferPointer(rebasing: entries[starts[bucket]..<starts[bucket + 1]]))
  }
}

/// The rows of a bucket whose identifier a row before them has.
///
/// A table of its own beside ``HashSlots``: a slot holds the hash with the row, so that rows of other hashes are told
/// apart without a look at memory outside of the bucket's.
private func repeats(
  _ entries: UnsafeMutableBufferPointer<UInt64>, _ bytes: UnsafeRawBufferPointer,
  _ ends: UnsafeBufferPointer<Int>, _ groups: [Int32]?
) -> [(row: Int, first: Int)] {
  var capacity = 16
  while capacity < entries.count * 2 { capacity *= 2 }
  let mask = capacity - 1
  // Entries plus one; 0 where there is none.
  var slots = [UInt64](repeating: 0, count: capacity)
  var found: [(row: Int, first: Int)] = []
  slots.withUnsafeMutableBufferPointer { slots in
    for entry in entries {
      let row = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      var slot = Int(truncatingIfNeeded: entry &>> 32) & mask
      while slots[slot] != 0 {
        let other = slots[slot] - 1
        if other &>> 32 == entry &>> 32 {
          let first = Int(truncatingIfNeeded: other & 0xFFFF_FFFF)
          if groups.map({ $0[first] == $0[row] }) ?? true,
            compare(cell(bytes, ends, first), cell(bytes, ends, row)) == 0
          {
            if !cell(bytes, ends, row).isEmpty { found.append((row, first)) }
            break
          }
        }
        slot = (slot + 1) & mask
      }
      if slots[slot] == 0 { slots[slot] = entry + 1 }
    }
  }
  return found
}

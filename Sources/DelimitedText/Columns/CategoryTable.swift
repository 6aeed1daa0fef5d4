import ExactValues

/// Numbers different texts in the order in which they come.
///
/// A table is in the hands of one thread, in one call at a time: that need not be checked for every cell.
final class CategoryTable {
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  @exclusivity(unchecked) private(set) var ends: [Int] = []
  @exclusivity(unchecked) private var hashes: [UInt64] = []
  @exclusivity(unchecked) private var slots = HashSlots(count: 32)
  /// The number asked for last: rows of one category often follow each other.
  @exclusivity(unchecked) private var last: Int32 = -1

  /// The number of a text, a new one for a new text.
  func number(_ text: UnsafeRawBufferPointer) -> Int32 {
    if last >= 0, holds(text, at: Int(last)) { return last }
    let hash = identifierHash(text)
    let slot = slots.slot(of: hash) { known in hashes[known] == hash && holds(text, at: known) }
    if let known = slots[slot] {
      last = Int32(known)
      return last
    }
    slots[slot] = ends.count
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    if ends.count > slots.capacity { grow() }
    last = Int32(ends.count - 1)
    return last
  }

  private func holds(_ text: UnsafeRawBufferPointer, at number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return bytes.withUnsafeBytes { equal(UnsafeRawBufferPointer(rebasing: $0[start..<ends[number]]), text) }
  }

  private func grow() {
    slots = HashSlots(count: slots.capacity * 4)
    for (number, hash) in hashes.enumerated() { slots[slots.slot(of: hash) { _ in false }] = number }
  }
}

/// The tables of categories, by row range and column.
final class CategoryStore: @unchecked Sendable {  // Each row range uses tables of its own.
  private let ranges: [RowRange]
  private let columns: Int
  private let all: [CategoryTable]

  init(ranges: [RowRange], columns: Int) {
    self.ranges = ranges
    self.columns = columns
    all = (0..<ranges.count * columns).map { _ in CategoryTable() }
  }

  func tables(of part: Int) -> ArraySlice<CategoryTable> { all[part * columns..<(part + 1) * columns] }

  /// Gives equal texts of different ranges the same number.
  func join(
    column: Int, numbers: UnsafeMutableBufferPointer<Int32>, rows: Int
  ) -> IdentifierColumn {
    let whole = CategoryTable()
    for (part, range) in ranges.enumerated() {
      let table = all[part * columns + column]
      var start = 0
      let joined = table.bytes.withUnsafeBytes { bytes in
        table.ends.map { end in
          defer { start = end }
          return whole.number(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
      }
      guard joined.indices.contains(where: { joined[$0] != Int32($0) }) else { continue }
      for row in range.firstRow..<max(range.firstRow, min(rows, range.firstRow + range.rows))
      where numbers[row] >= 0 { numbers[row] = joined[Int(numbers[row])] }
    }
    return IdentifierColumn(bytes: whole.bytes, ends: whole.ends)
  }
}

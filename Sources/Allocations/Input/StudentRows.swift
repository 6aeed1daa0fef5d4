import ExactValues

/// Finds the row of a student by the bytes of the identifier.
///
/// A hash table with open addressing and linear probing (Knuth, The Art of Computer Programming, volume 3, 6.4,
/// algorithm L), at most half full, of FNV-1a hashes (Fowler, Noll, Vo): a `Dictionary` would need an array for each
/// identifier. The hash has no key, so it does not withstand someone who chooses identifiers to collide.
struct StudentRows {
  private let identifiers: IdentifierColumn
  /// Rows plus one; 0 where there is none. Their count is a power of two.
  private let slots: [Int32]

  /// - Parameter identifiers: each once.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  init(_ identifiers: IdentifierColumn) {
    self.identifiers = identifiers
    var capacity = 16
    while capacity < identifiers.count * 2 { capacity *= 2 }
    var slots = [Int32](repeating: 0, count: capacity)
    identifiers.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<identifiers.count {
        var slot = Self.hash(bytes[identifiers.range(row)]) & (capacity &- 1)
        while slots[slot] != 0 { slot = (slot &+ 1) & (capacity &- 1) }
        slots[slot] = Int32(row + 1)
      }
    }
    self.slots = slots
  }

  /// The row of a student; nil for an unknown one.
  func row(of identifier: String) -> Int? {
    var slot = Self.hash(identifier.utf8) & (slots.count &- 1)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if identifiers.bytes[identifiers.range(row)].elementsEqual(identifier.utf8) { return row }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}

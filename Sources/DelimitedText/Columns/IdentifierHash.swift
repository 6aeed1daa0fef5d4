/// A hash of the bytes of an identifier.
///
/// The method of wyhash (Wang Yi, github.com/wangyi-fudan/wyhash): eight bytes at a time are multiplied to 128 bits,
/// whose halves are folded by exclusive or. The two last multipliers are wyhash's. The hash has no key, so it does not
/// withstand someone who chooses identifiers to collide.
///
/// - Complexity: O(*n*), *n* = the number of bytes.
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

/// The fewest rows whose identifiers are worth a part of their own: to hash and compare them takes some ten times as long
/// as to start a thread.
let fewestRowsOfAPart = 1 << 14

/// A hash table of numbers: open addressing with linear probing (Knuth, The Art of Computer Programming, volume 3, 6.4,
/// algorithm L), at most half full. What the numbers stand for, and their hashes, its owner keeps.
struct HashSlots {
  /// Numbers plus one; 0 where there is none. Their count is a power of two.
  private var slots: [UInt32]

  /// - Parameter count: how many numbers there will be.
  init(count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
  }

  /// How many numbers fit.
  var capacity: Int { slots.count / 2 }

  /// The slot of the number that matches, or the free one where it belongs.
  @inline(__always)
  func slot(of hash: UInt64, where matches: (_ number: Int) -> Bool) -> Int {
    // The last fold leaves every bit as good as any other: the lowest ones choose the slot.
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0, !matches(Int(slots[slot]) &- 1) { slot = (slot &+ 1) & (slots.count &- 1) }
    return slot
  }

  /// The number in a slot, or nil.
  @inline(__always)
  subscript(slot: Int) -> Int? {
    get { slots[slot] == 0 ? nil : Int(slots[slot]) &- 1 }
    set { slots[slot] = newValue.map { UInt32($0 &+ 1) } ?? 0 }
  }
}

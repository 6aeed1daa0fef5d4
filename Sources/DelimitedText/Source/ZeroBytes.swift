/// The high bit of each byte of a word that is zero, all other bits clear: exact for every byte, unlike shorter forms
/// (Warren, Hacker's Delight, 2nd edition, 6–1).
@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~(((word & low) &+ low) | word | low)
}

/// The same for thirty-two bytes at once.
@inline(__always)
func zeroBytes(_ block: SIMD4<UInt64>) -> SIMD4<UInt64> {
  let low = eachByte(0x7F)
  return ~(((block & low) &+ low) | block | low)
}

/// A byte thirty-two times.
@inline(__always)
func eachByte(_ byte: UInt8) -> SIMD4<UInt64> {
  SIMD4(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
}

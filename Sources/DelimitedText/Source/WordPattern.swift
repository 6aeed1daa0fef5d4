/// One byte to look for in eight at a time.
struct WordPattern {
  private let pattern: UInt64

  init(_ byte: UInt8) { pattern = UInt64(byte) &* 0x0101_0101_0101_0101 }

  init(_ character: Unicode.Scalar) { self.init(UInt8(ascii: character)) }

  /// The high bit of each byte of the word that is the one looked for, all other bits clear.
  @inline(__always)
  func matches(_ word: UInt64) -> UInt64 { zeroBytes(word ^ pattern) }
}

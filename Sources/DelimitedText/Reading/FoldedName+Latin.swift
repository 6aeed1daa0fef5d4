/// ``foldedName(_:)`` of a text of ASCII, the letters of French, and the dashes, apostrophes and spaces that offices
/// write, byte by byte.
///
/// - Returns: nil for any other character, and for accents on their own.
func foldedLatin(_ name: String) -> String? {
  var name = name
  return name.withUTF8 { bytes -> String? in
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if !isSeparator(byte) { folded.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) }
        index += 1
        continue
      }
      let (second, third) = (
        index + 1 < bytes.count ? bytes[index + 1] : 0, index + 2 < bytes.count ? bytes[index + 2] : 0
      )
      switch (byte, second, third) {
      case (0xC3, 0x80...0xBF, _):
        let base = latinBases[Int(second & 0x1F)]
        // × and ÷, and the letters that no accent makes.
        guard base != 0 else { return nil }
        folded.append(base)
        index += 2
      case (0xC5, 0x92...0x93, _):  // Œ, œ
        folded.append(UInt8(ascii: "o"))
        folded.append(UInt8(ascii: "e"))
        index += 2
      case (0xC2, 0xA0, _): index += 2  // A no-break space.
      case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0xAF): index += 3
      default: return nil
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

/// The letters without their accents of U+00C0 to U+00DF, which are those of U+00E0 to U+00FF in upper case; 0 where
/// there is none.
private let latinBases: [UInt8] = Array(
  "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0".utf8)

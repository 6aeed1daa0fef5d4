import DelimitedText

/// Text of a cell as ``SheetText`` has it: quoted where needed, line breaks as carriage returns.
enum CellText {
  /// Whether a byte takes a closer look: a tab, a line break, a quote, or what may begin an escape.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\"") || (byte <= 0x0D && byte >= 0x09)
  }

  /// Appends a text of the file, whose characters `_xHHHH_` stand for others.
  @inline(__always)
  static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    guard let start = text.baseAddress else { return }
    for byte in text where isSpecial(byte) { return appendSpecial(text, to: &buffer) }
    buffer.append(start, text.count)
  }

  @inline(never)
  private static func appendSpecial(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    let decoded = text.contains(UInt8(ascii: "_")) ? decoded(text) : Array(text)
    let special: [UInt8] = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, UInt8(ascii: "\"")]
    guard decoded.contains(where: special.contains) else { return buffer.append(decoded) }
    appendQuoted(decoded, to: &buffer)
  }

  /// Appends a text in quotes.
  static func appendQuoted(_ text: [UInt8], to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""):
        buffer.append(byte)
        buffer.append(byte)
      case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A: break
      case 0x0A: buffer.append(0x0D)
      default: buffer.append(byte)
      }
      index += 1
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// The text of a field, without its quotes.
  static func unquoted(_ field: UnsafeRawBufferPointer) -> String {
    guard field.count >= 2, field[0] == UInt8(ascii: "\"") else {
      return String(decoding: field, as: UTF8.self)
    }
    return String(decoding: field[1..<field.count - 1], as: UTF8.self).replacing("\"\"", with: "\"")
  }

  /// The text with the characters that its escapes `_xHHHH_` stand for.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let unit = unit(text, index) else {
        decoded.append(text[index])
        index += 1
        continue
      }
      index += 7
      var scalar = Unicode.Scalar(unit)
      if unit & 0xFC00 == 0xD800, let low = self.unit(text, index), low & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
        index += 7
      }
      decoded.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}").unsafelyUnwrapped)
    }
    return decoded
  }

  /// The unit of UTF-16 of the escape at an index.
  private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt16? {
    guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"), text[index + 1] == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for digit in text[(index + 2)..<(index + 6)] {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }

  /// Whether a field holds more than spaces and no-break spaces.
  @inline(__always)
  static func isFilled(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first else { return false }
    return first > 0x20 && first < 0x80 || isFilledCarefully(field)
  }

  @inline(never)
  private static func isFilledCarefully(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}"]
    return !String(decoding: field, as: UTF8.self).unicodeScalars.allSatisfy(spaces.contains)
  }
}

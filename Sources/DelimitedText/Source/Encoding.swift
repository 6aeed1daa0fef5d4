/// The five bytes windows-1252 leaves undefined map to 0.
private let windows1252High: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0, 0x017E, 0x0178,
]

/// Appends windows-1252 as UTF-8; a byte without a character as U+FFFD.
func appendUTF8(fromWindows1252 bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
  for byte in bytes {
    if byte < 0x80 {
      text.append(byte)
      continue
    }
    let mapped = byte < 0xA0 ? windows1252High[Int(byte - 0x80)] : UInt16(byte)
    let scalar = mapped == 0 ? 0xFFFD : mapped
    if scalar < 0x800 {
      text.append(0xC0 | UInt8(scalar >> 6))
    } else {
      text.append(0xE0 | UInt8(scalar >> 12))
      text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    }
    text.append(0x80 | UInt8(scalar & 0x3F))
  }
}

/// The offset of the first byte that windows-1252 leaves undefined, or nil.
func firstUndefinedWindows1252(_ bytes: UnsafeRawBufferPointer) -> Int? {
  bytes.firstIndex { 0x80..<0xA0 ~= $0 && windows1252High[Int($0 - 0x80)] == 0 }
}

/// The offset of the first byte of `text` that is not UTF-8, or nil.
///
/// Well-formedness as in the Unicode standard, table 3-7: no surrogates, no overlong forms.
package func firstInvalidUTF8(_ text: UnsafeRawBufferPointer) -> Int? {
  var index = 0
  let count = text.count
  while index < count {
    if index + 32 <= count {
      let block = text.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      if block & 0x8080_8080_8080_8080 == SIMD4<UInt64>.zero {
        index += 32
        continue
      }
    }
    if index + 8 <= count,
      text.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
      continue
    }
    let lead = text[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    // Most of French.
    if lead &- 0xC2 < 0x1E, index + 1 < count, text[index + 1] & 0xC0 == 0x80 {
      index += 2
      continue
    }
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return index
    }
    guard index + length <= count, second.contains(text[index + 1]) else { return index }
    for tail in index + 2..<max(index + 2, index + length) where text[tail] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}

/// Whether text begins with the byte order mark of UTF-16, and if it does, whether the greater byte comes first.
func utf16ByteOrder(_ bytes: UnsafeRawBufferPointer) -> Bool? {
  if bytes.starts(with: [0xFF, 0xFE]) { return false }
  return bytes.starts(with: [0xFE, 0xFF]) ? true : nil
}

/// Where a text stops being UTF-16.
struct UTF16Failure: Error {
  /// Of the byte, in the file with its byte order mark.
  let offset: Int
  let line: Int
}

/// UTF-16 as UTF-8.
///
/// - Parameter bytes: behind the byte order mark.
func utf8(
  fromUTF16 bytes: Slice<UnsafeRawBufferPointer>, isBigEndian: Bool
) -> Result<[UInt8], UTF16Failure> {
  let base = UnsafeRawBufferPointer(rebasing: bytes)
  func unit(_ index: Int) -> UInt16 {
    let loaded = base.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
    return isBigEndian ? UInt16(bigEndian: loaded) : UInt16(littleEndian: loaded)
  }
  var text: [UInt8] = []
  text.reserveCapacity(base.count)
  var line = 1
  var index = 0
  let count = base.count / 2
  func failure() -> Result<[UInt8], UTF16Failure> {
    .failure(UTF16Failure(offset: 2 + index * 2, line: line))
  }
  while index < count {
    let first = unit(index)
    var scalar = UInt32(first)
    if first & 0xF800 == 0xD800 {
      guard first < 0xDC00, index + 1 < count, unit(index + 1) & 0xFC00 == 0xDC00 else { return failure() }
      scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit(index + 1) & 0x3FF))
      index += 1
    }
    guard let scalar = Unicode.Scalar(scalar) else { return failure() }
    if scalar == "\n" { line += 1 }
    text.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    index += 1
  }
  return base.count % 2 == 0 ? .success(text) : failure()
}

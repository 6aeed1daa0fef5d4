import Foundation

/// Whether text may change in normalisation form C: characters below U+0300 never do.
@inline(__always)
func needsComposition(_ text: UnsafeRawBufferPointer) -> Bool {
  for byte in text where byte >= 0xCC { return true }
  return false
}

/// Hands out a text in normalisation form C.
func composed<R>(_ text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> R) -> R {
  var composed = String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping
  return composed.withUTF8 { body(UnsafeRawBufferPointer($0)) }
}

/// The first character of an identifier that cannot be seen or changes the direction of text.
func invisibleCharacter(_ text: UnsafeRawBufferPointer) -> Unicode.Scalar? {
  String(decoding: text, as: UTF8.self).unicodeScalars.first { scalar in
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// Whether a byte may begin a space, or a no-break space in either encoding.
@inline(__always)
func mayStartSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xA0
}

/// Whether a byte may end a space, or a no-break space in either encoding.
@inline(__always)
func mayEndSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA0 || byte == 0xAF }

/// Whether there may be a space before or behind a text that is not empty: certainly not between printable ASCII.
@inline(__always)
func mayHaveSpaceAround(_ text: UnsafeRawBufferPointer) -> Bool {
  let (first, last) = (text[0], text[text.count - 1])
  if first &- 0x21 < 0x7F, last &- 0x21 < 0x7F { return false }
  return mayStartSpace(first) || mayEndSpace(last)
}

/// Text without the spaces and no-break spaces (U+00A0, U+202F) around it.
func trimmed(_ text: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> Slice<UnsafeRawBufferPointer> {
  var slice = text[...]
  while let count = leadingSpace(slice, encoding) { slice = slice.dropFirst(count) }
  while let count = trailingSpace(slice, encoding) { slice = slice.dropLast(count) }
  return slice
}

/// The bytes of the space at the start, or nil.
private func leadingSpace(_ text: Slice<UnsafeRawBufferPointer>, _ encoding: TextEncoding) -> Int? {
  guard let first = text.first, mayStartSpace(first) else { return nil }
  if first == 0x20 { return 1 }
  if encoding == .windows1252 { return first == 0xA0 ? 1 : nil }
  if text.starts(with: [0xC2, 0xA0]) { return 2 }
  return text.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
}

/// The bytes of the space at the end, or nil.
private func trailingSpace(_ text: Slice<UnsafeRawBufferPointer>, _ encoding: TextEncoding) -> Int? {
  guard let last = text.last, mayEndSpace(last) else { return nil }
  if last == 0x20 { return 1 }
  if encoding == .windows1252 { return last == 0xA0 ? 1 : nil }
  if text.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
  return text.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) ? 3 : nil
}

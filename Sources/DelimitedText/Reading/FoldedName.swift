import Foundation

/// A name as names are compared: without case, accents, spaces of any kind, `_`, dashes, or apostrophes of any
/// form, and the same for every Unicode normalisation form. `œ`, `æ` and `ß` are two letters.
///
/// `Créneau`, `CRENEAU` and `creneau` are one name, `GPA min` and `gpa_min` another.
///
/// - Complexity: O(*n*), *n* = the number of bytes.
package func foldedName(_ name: String) -> String {
  var name = name
  let ascii = name.withUTF8 { bytes -> String? in
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      for byte in bytes where !isSeparator(byte) {
        folded[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }
  return ascii ?? foldedLatin(name) ?? foldedScalars(name)
}

/// Whether an ASCII character counts for nothing in a name.
func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: " "), 0x09...0x0D, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "'"),
    UInt8(ascii: "`"):
    true
  default: false
  }
}

func foldedScalars(_ name: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in withoutCaseAndAccents(name).unicodeScalars {
    switch scalar {
    case "_", "'", "`", "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}", "\u{FF07}",
      "\u{2212}":
      continue
    case "œ": folded.append(contentsOf: "oe".unicodeScalars)
    case "æ": folded.append(contentsOf: "ae".unicodeScalars)
    case "ß": folded.append(contentsOf: "ss".unicodeScalars)
    default:
      if scalar.properties.generalCategory != .dashPunctuation { folded.append(scalar) }
    }
  }
  return String(folded)
}

/// A text without case, accents, and spaces of any kind.
func withoutCaseAndAccents(_ text: String) -> String {
  var left = String.UnicodeScalarView()
  for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
  where scalar.properties.generalCategory != .nonspacingMark && !scalar.properties.isWhitespace {
    left.append(scalar)
  }
  return String(left)
}

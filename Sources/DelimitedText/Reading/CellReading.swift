package import ExactValues

/// What is wrong with an identifier.
func identifierDefect(_ text: UnsafeRawBufferPointer) -> CellDefect? {
  identifierLengthDefect(text) ?? (isPrintableASCII(text) ? nil : unseenCharacterDefect(text))
}

@inline(__always)
func identifierLengthDefect(_ text: UnsafeRawBufferPointer) -> CellDefect? {
  if 1...ColumnKind.longestIdentifier ~= text.count {
    return text[0] == UInt8(ascii: "=") ? formulaDefect(text) : nil
  }
  return text.isEmpty ? .emptyIdentifier : .identifierTooLong
}

@inline(__always)
func isPrintableASCII(_ text: UnsafeRawBufferPointer) -> Bool {
  for byte in text where byte &- 0x20 >= 0x5F { return false }
  return true
}

/// What is wrong with an identifier that begins like the formula `="…"`.
private func formulaDefect(_ text: UnsafeRawBufferPointer) -> CellDefect? {
  guard text.count > 1, text[1] == UInt8(ascii: "\"") else { return nil }
  guard let inner = withoutFormula(text) else { return .formulaInIdentifier }
  return identifierDefect(inner)
}

/// A character in an identifier that cannot be seen.
private func unseenCharacterDefect(_ text: UnsafeRawBufferPointer) -> CellDefect? {
  guard let scalar = invisibleCharacter(text) else { return nil }
  return scalar.isASCII ? .controlCharacterInIdentifier : .invisibleCharacterInIdentifier(scalar)
}

/// The text without the marks that protect it from a spreadsheet: the apostrophe that `csv-fr` puts before it, or the
/// formula `="…"`.
@inline(__always)
func withoutDefusing(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  guard let first = text.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "=") else { return text }
  return undefused(text)
}

private func undefused(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  guard text[0] == UInt8(ascii: "'") else { return withoutFormula(text) ?? text }
  let rest = UnsafeRawBufferPointer(rebasing: text.dropFirst())
  return needsApostrophe(rest) ? withoutFormula(rest) ?? rest : text
}

/// Whether a spreadsheet that opens a file would make something else of a text: of `=…` a formula, of a fraction a
/// date, of digits with a leading zero, or more than it keeps, another number. `csv-fr` puts an apostrophe before it.
func needsApostrophe(_ text: UnsafeRawBufferPointer) -> Bool {
  switch text.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
  case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): isChangingNumber(text) || isFraction(text)
  // So that the apostrophe of the text itself is read back.
  case UInt8(ascii: "'"): needsApostrophe(UnsafeRawBufferPointer(rebasing: text.dropFirst()))
  default: false
  }
}

/// Whether a text is digits alone, of which a spreadsheet does not keep all.
func isChangingNumber(_ text: UnsafeRawBufferPointer) -> Bool {
  guard text.count > 15 || (text.count > 1 && text[0] == UInt8(ascii: "0")) else { return false }
  return text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
}

/// Whether a text is `p/q`.
private func isFraction(_ text: UnsafeRawBufferPointer) -> Bool {
  guard let slash = text.firstIndex(of: UInt8(ascii: "/")), slash > 0, slash + 1 < text.count else {
    return false
  }
  return text.indices.allSatisfy { $0 == slash || text[$0] &- UInt8(ascii: "0") < 10 }
}

/// The text inside `="…"`; nil where a text is anything else.
func withoutFormula(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
  let quote = UInt8(ascii: "\"")
  guard text.count >= 3, text[0] == UInt8(ascii: "="), text[1] == quote, text[text.count - 1] == quote,
    !text[2..<text.count - 1].contains(quote)
  else { return nil }
  return UnsafeRawBufferPointer(
    rebasing: trimmed(UnsafeRawBufferPointer(rebasing: text[2..<text.count - 1]), .utf8))
}

@inline(__always)
func equal(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  guard a.count == b.count else { return false }
  for index in 0..<a.count where a[index] != b[index] { return false }
  return true
}

private func isMissingMark(_ text: UnsafeRawBufferPointer) -> Bool {
  text.isEmpty || equal(text, "-") || equal(text, "N") || equal(text, "NA") || equal(text, "Aucune note")
}

/// A cell with a defect holds a mark, so that nothing else calls it missing.
func readExactMark(_ text: UnsafeRawBufferPointer) -> (Fraction?, CellDefect?) {
  isMissingMark(text) ? (nil, nil) : readFraction(text, upTo: 20)
}

func readMark(_ text: UnsafeRawBufferPointer) -> (FixedDecimal?, CellDefect?) {
  isMissingMark(text) ? (nil, nil) : readDecimal(text, upTo: 20)
}

/// An exact value, `p/q` or a decimal.
func readFraction(_ text: UnsafeRawBufferPointer, upTo largest: Int) -> (Fraction, CellDefect?) {
  guard text.contains(UInt8(ascii: "/")) else {
    let (value, defect) = readDecimal(text, upTo: FixedDecimal(integerLiteral: Int64(largest)))
    return (value.fraction, defect == .notADecimal ? .notAFraction : defect)
  }
  guard let value = Fraction(parsing: text) else { return (0, .notAFraction) }
  return value <= Fraction(Int128(largest), 1) ? (value, nil) : (0, .notInRange(from: "0", to: "\(largest)"))
}

func readDecimal(
  _ text: UnsafeRawBufferPointer, upTo largest: FixedDecimal
) -> (FixedDecimal, CellDefect?) {
  var outOfRange: CellDefect { .notInRange(from: "0", to: "\(largest)") }
  do throws(DecimalDefect) {
    let value = try FixedDecimal(parsing: text)
    return value <= largest ? (value, nil) : (0, outOfRange)
  } catch {
    switch error {
    case .tooManyDecimals: return (0, .tooManyDecimals)
    case .tooLarge, .overTwenty: return (0, outOfRange)
    case .notADecimal:
      let isNegative =
        text.first == UInt8(ascii: "-")
        && (try? FixedDecimal(parsing: UnsafeRawBufferPointer(rebasing: text.dropFirst()))) != nil
      return (0, isNegative ? outOfRange : .notADecimal)
    }
  }
}

/// Reads a text as a cell of an exact column, 0 to `largest`.
package func readFraction(_ text: String, upTo largest: Int) -> (Fraction, CellDefect?) {
  Array(text.utf8).withUnsafeBytes { readFraction($0, upTo: largest) }
}

/// Reads a text as a cell of a decimal column, 0 to `largest`.
package func readDecimal(_ text: String, upTo largest: FixedDecimal) -> (FixedDecimal, CellDefect?) {
  Array(text.utf8).withUnsafeBytes { readDecimal($0, upTo: largest) }
}

private func equal(_ text: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
  equal(text, UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
}

@inline(__always)
func readBoolean(_ text: UnsafeRawBufferPointer) -> Bool? {
  guard 1...5 ~= text.count else { return nil }
  var word: UInt64 = 0
  for byte in text {
    let isUpper = byte &- UInt8(ascii: "A") < 26
    word = word << 8 | UInt64(isUpper ? byte | 0x20 : byte)
  }
  switch word {
  case Word.oui, Word.o, Word.vrai, Word.true, Word.one: return true
  case Word.non, Word.n, Word.faux, Word.false, Word.zero: return false
  default: return nil
  }
}

/// Reads a word as a cell of a boolean column: `oui`, `non` and their like, compared as names are.
package func readBoolean(_ text: String) -> Bool? {
  Array(foldedName(text).utf8).withUnsafeBytes { readBoolean($0) }
}

/// The lower-case words of a boolean, their bytes packed into an integer.
private enum Word {
  static let oui: UInt64 = 0x6f_7569
  static let o: UInt64 = 0x6f
  static let vrai: UInt64 = 0x7672_6169
  static let `true`: UInt64 = 0x7472_7565
  static let one: UInt64 = 0x31
  static let non: UInt64 = 0x6e_6f6e
  static let n: UInt64 = 0x6e
  static let faux: UInt64 = 0x6661_7578
  static let `false`: UInt64 = 0x66_616c_7365
  static let zero: UInt64 = 0x30
}

func readInteger(_ text: UnsafeRawBufferPointer, _ range: ClosedRange<Int>) -> (Int, CellDefect?) {
  guard !text.isEmpty else { return (range.lowerBound, .empty) }
  var value = 0
  for byte in text {
    guard byte &- UInt8(ascii: "0") < 10 else { return (range.lowerBound, .notAnInteger) }
    guard value < 1 << 53 else { return (range.lowerBound, outOfRange(range)) }
    value = value * 10 + Int(byte &- UInt8(ascii: "0"))
  }
  guard range.contains(value) else { return (range.lowerBound, outOfRange(range)) }
  return (value, nil)
}

func outOfRange(_ range: ClosedRange<Int>) -> CellDefect {
  .notInRange(from: "\(range.lowerBound)", to: range.upperBound == .max ? nil : "\(range.upperBound)")
}

import ExactValues

/// What the parser does with one field of a row, in plain memory so that the inner loop touches no object.
struct FieldStep {
  enum Kind: UInt8 {
    case ignored, text, mark, boolean, date, keyword, integer, decimal, fraction
  }

  var kind: Kind
  var isIdentifier = false
  /// The start of the column's array; its element type follows from `kind`.
  var values: UnsafeMutableRawPointer?
  /// Which of the row range's text arenas the field is copied to.
  var arena = 0
  var range: ClosedRange<Int> = 0...0
  var keywords: UnsafeBufferPointer<KeywordEntry> = .init(start: nil, count: 0)
}

/// Where a row range's cells of one text column go: the bytes one cell after the other, and for each row the
/// offset after its cell, counted from the range's first.
struct TextArena {
  var bytes: UnsafeMutablePointer<UInt8>
  var capacity: Int
  /// The whole column's array, indexed by row.
  var ends: UnsafeMutablePointer<Int>
}

struct KeywordEntry {
  var bytes: UnsafeRawBufferPointer
  var meaning: UInt16
}

/// The meaning of a keyword cell that could not be read.
let unreadKeyword = UInt16.max

/// Reads whole rows straight into the columns' arrays.
///
/// The rows of a well-formed, unquoted file go through ``parse()``'s inner loop; a row that is anything else
/// is read again from its start by ``readRowCarefully(_:)``, which also finds every defect.
struct RowParser {
  typealias Byte = UnsafePointer<UInt8>

  let steps: UnsafeBufferPointer<FieldStep>
  let names: [String]
  let delimiter: UInt8
  let isCareful: Bool
  let end: Byte
  let arenas: UnsafeBufferPointer<TextArena>
  let firstRow: Int
  let rowLimit: Int

  var next: Byte
  var row: Int
  var line: Int
  var defects: InputDefects
  /// Whether quotes or line ends make the cutting into rows itself doubtful.
  var isStructureBroken = false
  /// Rows that hold line breaks, and how many.
  var longRows: [(row: Int, lineFeeds: Int)] = []
  /// What a careful reading of one row uses.
  var fields: [CarefulField] = []
  var scratch: [UInt8] = []

  /// Reads rows up to the end of the range. The range ends with a line feed.
  mutating func parse() {
    let stop = end
    while next < stop, row < rowLimit {
      if isCareful {
        readRowCarefully(next)
      } else {
        let start = next
        if let after = parseRow(start) {
          next = after
          line += 1
        } else {
          readRowCarefully(start)
        }
      }
      row += 1
    }
    if next != stop { isStructureBroken = true }
  }

  /// - Returns: where the next row starts, or nil where this one needs a careful look.
  @inline(__always)
  private func parseRow(_ start: Byte) -> Byte? {
    var p = start
    let last = steps.count - 1
    let lineFeed = UInt8(ascii: "\n")
    for index in 0...last {
      let step = steps[index]
      let terminator = index == last ? lineFeed : delimiter
      if step.kind == .mark {
        let units = parseMark(&p, delimiter)
        guard units >= 0 || p.pointee == terminator || p.pointee == UInt8(ascii: "\r"), units >= -1 else {
          return nil
        }
        step.values!.storeBytes(of: units, toByteOffset: row &* 4, as: Int32.self)
      } else {
        guard let fieldEnd = plainFieldEnd(p) else { return nil }
        if step.kind != .ignored {
          let text = UnsafeRawBufferPointer(start: p, count: fieldEnd - p)
          if let first = text.first, first == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ") {
            return nil
          }
          if store(text, step) != nil { return nil }
        }
        p = fieldEnd
      }
      if p.pointee != terminator {
        guard index == last, p.pointee == UInt8(ascii: "\r"), p[1] == lineFeed else { return nil }
        p += 1
      }
      p += 1
    }
    return p
  }

  /// The end of an unquoted field: at a delimiter, a line feed or a carriage return.
  @inline(__always)
  private func plainFieldEnd(_ start: Byte) -> Byte? {
    var p = start
    while true {
      let byte = p.pointee
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return p }
      if byte == UInt8(ascii: "\"") { return nil }
      p += 1
    }
  }

  /// Reads a mark written the common way and moves `p` behind it.
  ///
  /// - Returns: ten-thousandths; −1 where there is nothing to read; −2 where it takes a careful look.
  @inline(__always)
  private func parseMark(_ p: inout Byte, _ delimiter: UInt8) -> Int32 {
    func digit(_ byte: UInt8) -> UInt32 { UInt32(byte &- UInt8(ascii: "0")) }
    var value = digit(p.pointee)
    guard value <= 9 else { return -1 }
    p += 1
    var next = digit(p.pointee)
    if next <= 9 {
      value = value &* 10 &+ next
      p += 1
    }
    value &*= 10_000
    let byte = p.pointee
    if byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && delimiter != UInt8(ascii: ",")) {
      p += 1
      next = digit(p.pointee)
      guard next <= 9 else { return -2 }
      var place: UInt32 = 1_000
      repeat {
        value &+= next &* place
        place /= 10
        p += 1
        next = digit(p.pointee)
      } while next <= 9 && place > 0
    }
    return value <= UInt32(Mark.maximumUnits) ? Int32(bitPattern: value) : -2
  }

  /// Reads one cell and stores it at the current row.
  ///
  /// - Returns: what is wrong with the cell, if anything; a value that stands for nothing is then stored.
  @inline(__always)
  func store(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    switch step.kind {
    case .ignored: return nil
    case .text:
      let defect = step.isIdentifier ? identifierDefect(text) : nil
      let arena = arenas[step.arena]
      let start = row == firstRow ? 0 : arena.ends[row &- 1]
      var kept = defect == nil ? withoutDefusing(text) : UnsafeRawBufferPointer(start: nil, count: 0)
      // Cells never fill more than their range, but a mapped file may change while it is read.
      if kept.count > arena.capacity &- start { kept = UnsafeRawBufferPointer(start: nil, count: 0) }
      if let address = kept.baseAddress {
        UnsafeMutableRawPointer(arena.bytes + start).copyMemory(from: address, byteCount: kept.count)
      }
      arena.ends[row] = start &+ kept.count
      return defect
    case .mark:
      let (units, defect) = readMark(text)
      step.values!.storeBytes(of: units, toByteOffset: row &* 4, as: Int32.self)
      return defect
    case .boolean:
      let value = readBoolean(text)
      step.values!.storeBytes(of: value ?? false, toByteOffset: row, as: Bool.self)
      return value == nil ? (text.isEmpty ? .empty : .notABoolean) : nil
    case .date:
      do throws(DateDefect) {
        let date = try CalendarDate(parsing: text)
        step.values!.storeBytes(of: date.packed, toByteOffset: row &* 4, as: UInt32.self)
        return nil
      } catch {
        step.values!.storeBytes(of: 0, toByteOffset: row &* 4, as: UInt32.self)
        return text.isEmpty ? .empty : error == .noSuchDay ? .noSuchDay : .notADate
      }
    case .keyword:
      for entry in step.keywords where equal(entry.bytes, text) {
        step.values!.storeBytes(of: entry.meaning, toByteOffset: row &* 2, as: UInt16.self)
        return nil
      }
      step.values!.storeBytes(of: unreadKeyword, toByteOffset: row &* 2, as: UInt16.self)
      return text.isEmpty ? .empty : .notOneOf(meanings(step))
    case .integer:
      let (value, defect) = readInteger(text, step.range)
      step.values!.storeBytes(of: value, toByteOffset: row &* 8, as: Int.self)
      return defect
    case .decimal:
      let (value, defect) = readDecimal(text, upTo: Int64(step.range.upperBound))
      step.values!.storeBytes(of: value, toByteOffset: row &* 8, as: FixedDecimal.self)
      return text.isEmpty ? .empty : defect
    case .fraction:
      let value = Fraction(parsing: text)
      let isInRange = value.map { $0 <= Fraction(Int128(step.range.upperBound), 1) } ?? true
      step.values!.storeBytes(
        of: value ?? Fraction(0, 1), toByteOffset: row &* MemoryLayout<Fraction>.stride, as: Fraction.self)
      if !isInRange { return .notInRange(describe(step.range)) }
      return value == nil ? (text.isEmpty ? .empty : .notAFraction) : nil
    }
  }
}

@inline(__always)
private func identifierDefect(_ text: UnsafeRawBufferPointer) -> CellDefect? {
  guard 1...ColumnKind.longestIdentifier ~= text.count else {
    return text.isEmpty ? .emptyIdentifier : .identifierTooLong
  }
  for byte in text where byte < 0x20 || byte == 0x7F { return .controlCharacterInIdentifier }
  return nil
}

/// The text without the apostrophe that `csv-fr` puts before what a spreadsheet would take for a formula.
@inline(__always)
private func withoutDefusing(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  guard text.count > 1, text[0] == UInt8(ascii: "'") else { return text }
  switch text[1] {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
    return UnsafeRawBufferPointer(rebasing: text.dropFirst())
  default: return text
  }
}

/// The first spelling of each meaning of a keyword column.
private func meanings(_ step: FieldStep) -> [String] {
  var words: [String] = []
  for entry in step.keywords where Int(entry.meaning) == words.count {
    words.append(String(decoding: entry.bytes, as: UTF8.self))
  }
  return words
}

@inline(__always)
private func equal(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  guard a.count == b.count else { return false }
  for index in 0..<a.count where a[index] != b[index] { return false }
  return true
}

private func readMark(_ text: UnsafeRawBufferPointer) -> (Int32, CellDefect?) {
  if text.isEmpty || equal(text, "N") || equal(text, "NA") || equal(text, "Aucune note") { return (-1, nil) }
  let (value, defect) = readDecimal(text, upTo: Int64(Mark.maximumUnits))
  return (Int32(value.units), defect)
}

private func readDecimal(
  _ text: UnsafeRawBufferPointer, upTo largest: Int64
) -> (FixedDecimal, CellDefect?) {
  var outOfRange: CellDefect { .notInRange("0 to \(FixedDecimal(units: largest))") }
  do throws(DecimalDefect) {
    let value = try FixedDecimal(parsing: text)
    return value.units <= largest ? (value, nil) : (0, outOfRange)
  } catch {
    switch error {
    case .tooManyDecimals: return (0, .tooManyDecimals)
    case .tooLarge: return (0, outOfRange)
    case .notADecimal:
      let isNegative =
        text.first == UInt8(ascii: "-")
        && (try? FixedDecimal(parsing: UnsafeRawBufferPointer(rebasing: text.dropFirst()))) != nil
      return (0, isNegative ? outOfRange : .notADecimal)
    }
  }
}

private func equal(_ text: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
  equal(text, UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
}

@inline(__always)
private func readBoolean(_ text: UnsafeRawBufferPointer) -> Bool? {
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

private func readInteger(_ text: UnsafeRawBufferPointer, _ range: ClosedRange<Int>) -> (Int, CellDefect?) {
  guard !text.isEmpty else { return (range.lowerBound, .empty) }
  var value = 0
  for byte in text {
    guard byte &- UInt8(ascii: "0") < 10 else { return (range.lowerBound, .notAnInteger) }
    guard value < 1 << 53 else { return (range.lowerBound, .notInRange(describe(range))) }
    value = value * 10 + Int(byte &- UInt8(ascii: "0"))
  }
  guard range.contains(value) else { return (range.lowerBound, .notInRange(describe(range))) }
  return (value, nil)
}

private func describe(_ range: ClosedRange<Int>) -> String {
  range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
}

import ExactValues
import Parallelism

/// What the parser does with one field of a row, in plain memory so that the inner loop touches no object.
struct FieldStep {
  enum Kind: UInt8 {
    case ignored, text, category, mark, exactMark, boolean, date, keyword, integer, decimal
    case fraction
  }

  var kind: Kind
  var isIdentifier = false
  /// Whether a cell with a defect is listed and not reported.
  var isLenient = false
  /// How many ignored fields there are from this one on, itself included, if it is ignored.
  var run = 1
  /// The start of the column's array; its element type follows from `kind`.
  var values: UnsafeMutableRawPointer?
  /// Which of the row range's text arenas the field is copied to, or of its tables of categories.
  var arena = 0
  var range: ClosedRange<Int> = 0...0
  var keywords: UnsafeBufferPointer<KeywordEntry> = .init(start: nil, count: 0)
}

extension FieldStep {
  /// Whether an empty cell may be no defect.
  var takesEmptyCell: Bool {
    switch kind {
    case .ignored, .mark, .exactMark, .keyword: true
    case .text, .category: !isIdentifier
    case .boolean, .date, .integer, .decimal, .fraction: false
    }
  }
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
  /// The word as names are compared.
  var folded: UnsafeRawBufferPointer
  var meaning: UInt16

  /// In a column of marks, the meaning of a word for a missing one.
  static let missingMark = UInt16.max - 1
  /// In a column of marks, the meaning of a word that belongs in the column `statut`.
  static let statut = UInt16.max - 2
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
  let encoding: TextEncoding
  let isCareful: Bool
  /// Whether no column refuses an empty cell, so that a row without a filled one has to be looked for.
  let takesBlankRows: Bool
  /// Whether cells may say what is wrong with them (``SheetText``).
  let isSheet: Bool
  let end: Byte
  let arenas: UnsafeBufferPointer<TextArena>
  let categories: ArraySlice<CategoryTable>
  let listedMarks: MarkTable
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
  /// Rows without a single filled cell.
  var blankRows: [Int] = []
  /// Cells of lenient columns that have a defect, each with its column's place.
  var unread: [(column: Int, cell: UnreadCell)] = []
  /// What a careful reading of one row uses.
  var fields: [CarefulField] = []
  var scratch: [UInt8] = []

  /// Rows read between two looks at whether the task is cancelled: some milliseconds' work.
  private static let rowsBetweenChecks = 1 << 14

  /// Reads rows up to the end of the range, or until the task is cancelled. The range ends with a line feed.
  mutating func parse(_ task: CallingTask) {
    while next < end, row < rowLimit, !task.isCancelled {
      parse(upTo: min(rowLimit, row + Self.rowsBetweenChecks))
    }
    if next != end { isStructureBroken = true }
  }

  private mutating func parse(upTo limit: Int) {
    let stop = end
    while next < stop, row < limit {
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
  }

  /// - Returns: where the next row starts, or nil where this one needs a careful look.
  @inline(__always)
  private func parseRow(_ start: Byte) -> Byte? {
    var p = start
    let last = steps.count - 1
    if takesBlankRows, mayBeBlank(start) { return nil }
    let lineFeed = UInt8(ascii: "\n")
    var index = 0
    while index <= last {
      let step = steps[index]
      if step.kind == .ignored {
        index += step.run
        guard let after = skipFields(p, step.run, toRowEnd: index > last) else { return nil }
        p = after
        continue
      }
      let terminator = index == last ? lineFeed : delimiter
      let fieldStart = p
      var isRead = false
      if step.kind == .mark {
        let units = parseMark(&p, delimiter)
        isRead = units >= -1 && (p.pointee == terminator || p.pointee == UInt8(ascii: "\r"))
        if isRead { step.values!.storeBytes(of: units, toByteOffset: row &* 4, as: Int32.self) }
      }
      if !isRead {
        let isQuoted = fieldStart.pointee == UInt8(ascii: "\"")
        let textStart = isQuoted ? fieldStart + 1 : fieldStart
        guard let textEnd = isQuoted ? quotedFieldEnd(textStart) : plainFieldEnd(textStart) else {
          return nil
        }
        let text = UnsafeRawBufferPointer(start: textStart, count: textEnd - textStart)
        if !text.isEmpty, mayHaveSpaceAround(text) { return nil }
        if store(text, step) != nil { return nil }
        p = isQuoted ? textEnd + 1 : textEnd
      }
      if p.pointee != terminator {
        guard index == last, p.pointee == UInt8(ascii: "\r"), p[1] == lineFeed else { return nil }
        p += 1
      }
      p += 1
      index += 1
    }
    return p
  }

  /// Whether a row begins as one without a filled cell might.
  private func mayBeBlank(_ start: Byte) -> Bool {
    let first = start.pointee
    return first == delimiter || first <= 0x20 || first == UInt8(ascii: "\"") || mayStartSpace(first)
  }

  /// The closing quote of a field whose opening one has been passed, where it holds neither quotes nor lines.
  @inline(__always)
  private func quotedFieldEnd(_ start: Byte) -> Byte? {
    var p = start
    while p.pointee != UInt8(ascii: "\"") {
      if p.pointee == UInt8(ascii: "\n") || p.pointee == UInt8(ascii: "\r") { return nil }
      p += 1
    }
    return p[1] == UInt8(ascii: "\"") ? nil : p
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
    return value <= UInt32(OptionalMark.largestUnits) ? Int32(bitPattern: value) : -2
  }

  /// Reads one cell and stores it at the current row.
  ///
  /// - Returns: what is wrong with the cell, if anything; the value stored for it then means nothing.
  @inline(__always)
  func store(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    if encoding == .windows1252, step.kind == .text || step.kind == .category || step.kind == .keyword {
      return storeDecoded(text, step)
    }
    guard let defect = storeUTF8(text, step) else { return nil }
    return storeAgain(text, step, defect, encoding)
  }

  @inline(never)
  private func storeDecoded(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    var decoded: [UInt8] = []
    appendUTF8(fromWindows1252: text, to: &decoded)
    return decoded.withUnsafeBytes { text in
      guard let defect = storeUTF8(text, step) else { return nil }
      return storeAgain(text, step, defect, .utf8)
    }
  }

  @inline(__always)
  func storeUTF8(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    switch step.kind {
    case .ignored: return nil
    case .text:
      guard isPrintableASCII(text) else { return storeUnusualText(text, step) }
      return storeText(text, step, step.isIdentifier ? identifierLengthDefect(text) : nil)
    case .category:
      guard isPrintableASCII(text) else { return storeUnusualCategory(text, step) }
      return storeCategory(
        text, step, step.isIdentifier || !text.isEmpty ? identifierLengthDefect(text) : nil)
    case .mark:
      let (mark, defect) = readMark(text)
      step.values!.storeBytes(of: listedMarks.cell(mark), toByteOffset: row &* 4, as: OptionalMark.self)
      return defect
    case .exactMark:
      let (mark, defect) = readExactMark(text)
      step.values!.storeBytes(of: listedMarks.cell(mark), toByteOffset: row &* 4, as: OptionalMark.self)
      return defect
    case .boolean:
      let value = readBoolean(text)
      step.values!.storeBytes(of: value ?? false, toByteOffset: row, as: Bool.self)
      return value == nil ? (text.isEmpty ? .empty : .notABoolean("")) : nil
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
      return text.isEmpty ? .empty : .unknownWord("", known: [])
    case .integer:
      let (value, defect) = readInteger(text, step.range)
      step.values!.storeBytes(of: value, toByteOffset: row &* 8, as: Int.self)
      return defect
    case .decimal:
      let (value, defect) = readDecimal(
        text, upTo: FixedDecimal(integerLiteral: Int64(step.range.upperBound)))
      step.values!.storeBytes(
        of: value, toByteOffset: row &* MemoryLayout<FixedDecimal>.stride, as: FixedDecimal.self)
      return text.isEmpty ? .empty : defect
    case .fraction:
      let (value, defect) = readFraction(text, upTo: step.range.upperBound)
      step.values!.storeBytes(
        of: value, toByteOffset: row &* MemoryLayout<Fraction>.stride, as: Fraction.self)
      return text.isEmpty ? .empty : defect
    }
  }

  @inline(never)
  private func storeUnusualText(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    let defect = step.isIdentifier ? identifierDefect(text) : nil
    guard defect == nil, needsComposition(text) else { return storeText(text, step, defect) }
    return composed(text) { storeText($0, step, nil) }
  }

  @inline(never)
  private func storeUnusualCategory(_ text: UnsafeRawBufferPointer, _ step: FieldStep) -> CellDefect? {
    let defect = identifierDefect(text)
    guard defect == nil, needsComposition(text) else { return storeCategory(text, step, defect) }
    return composed(text) { storeCategory($0, step, nil) }
  }

  @inline(__always)
  private func storeText(
    _ text: UnsafeRawBufferPointer, _ step: FieldStep, _ defect: consuming CellDefect?
  ) -> CellDefect? {
    let arena = arenas[step.arena]
    let start = row == firstRow ? 0 : arena.ends[row &- 1]
    var kept = defect == nil ? withoutDefusing(text) : UnsafeRawBufferPointer(start: nil, count: 0)
    // Cells never fill more than their range, but a mapped file may change while it is read, and a composed text may
    // be longer than it was.
    if kept.count > arena.capacity &- start {
      kept = UnsafeRawBufferPointer(start: nil, count: 0)
      defect = .identifierTooLong
    }
    if let address = kept.baseAddress {
      UnsafeMutableRawPointer(arena.bytes + start).copyMemory(from: address, byteCount: kept.count)
    }
    arena.ends[row] = start &+ kept.count
    return defect
  }

  @inline(__always)
  private func storeCategory(
    _ text: UnsafeRawBufferPointer, _ step: FieldStep, _ defect: CellDefect?
  ) -> CellDefect? {
    let number =
      defect == nil ? categories[categories.startIndex &+ step.arena].number(withoutDefusing(text)) : -1
    step.values!.storeBytes(of: number, toByteOffset: row &* 4, as: Int32.self)
    return defect
  }
}

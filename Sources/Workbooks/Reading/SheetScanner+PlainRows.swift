import DelimitedText
import Glibc

extension SheetScanner: PlainElementReader {
  static var container: StaticString { "<sheetData" }
  static var beginning: StaticString { "<row" }
  static var ending: StaticString { "</row>" }

  var isBetweenElements: Bool { kinds[depth] == Kind.rows.rawValue }

  mutating func readPlain(_ start: UnsafePointer<UInt8>, _ count: Int, isUTF8: Bool) -> PlainElement {
    let end = start + count
    let (before, textBefore) = (row, text.count)
    self.isUTF8 = isUTF8
    var p = start + Self.beginning.utf8CodeUnitCount
    var defect: WorkbookDefect?
    if readPlainRow(&p, &defect) { return .read(p - start) }
    if let defect { return .refused(defect) }
    // As if it had not been looked at.
    row = before
    text.count = textBefore
    firstCells = []
    // What did not fit may go on behind the bytes at hand; no word that is looked for is longer.
    return end - p < 24 ? .incomplete : .unusual
  }

  /// Reads what follows `<row`.
  ///
  /// - Returns: false where the row is not written the common way from `p` on, or refused.
  private mutating func readPlainRow(_ p: inout UnsafePointer<UInt8>, _ defect: inout WorkbookDefect?) -> Bool
  {
    var number = row &+ 1
    isRowHidden = false
    guard readPlainRowAttributes(&p, &number) else { return false }
    let isEmpty = p.pointee == UInt8(ascii: "/")
    if isEmpty { p += 1 }
    guard p.pointee == UInt8(ascii: ">") else { return false }
    p += 1
    // What is wrong is said by the code that reads any row.
    guard number > row, number <= WorkbookLimits.rows else { return false }
    defect = beginRow(number)
    if !isEmpty {
      while word(at: p) & 0xFF_FFFF == word("<", "c", " ", "\0")
        || word(at: p) & 0xFF_FFFF == word("<", "c", ">", "\0")
      {
        p += 2
        guard readPlainCell(&p, &defect) else { return false }
      }
      guard word(at: p) == word("<", "/", "r", "o"), p[4] == UInt8(ascii: "w"), p[5] == UInt8(ascii: ">")
      else {
        return false
      }
      p += 6
    }
    defect = endRow()
    return defect == nil
  }

  /// Reads the attributes of a row up to what follows them.
  private mutating func readPlainRowAttributes(_ p: inout UnsafePointer<UInt8>, _ number: inout Int) -> Bool {
    var (given, hidden) = (number, false)
    let isPlain = readPlainAttributes(&p) { name, value in
      if name.count == 1, name[0] == UInt8(ascii: "r") {
        guard let start = value.baseAddress, let row = plainNumber(start, start + value.count), row > 0 else {
          return false
        }
        given = row
      } else if name.count == 6, name.elementsEqual("hidden".utf8) {
        hidden = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
      }
      return true
    }
    (number, isRowHidden) = (given, hidden)
    return isPlain
  }

  /// Reads attributes ` name="value"` up to what follows them.
  ///
  /// - Parameter take: is given a name and its value; returns false where the parser must see them.
  @inline(__always)
  private func readPlainAttributes(
    _ p: inout UnsafePointer<UInt8>,
    _ take: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    // No name may stand twice. More than there are places here are left to the parser.
    var seen: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
      (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    var count = 0
    while p.pointee == UInt8(ascii: " ") {
      p += 1
      let name = p
      var packed: UInt64 = 0
      while (p.pointee | 0x20) &- UInt8(ascii: "a") < 26 || p.pointee &- UInt8(ascii: "0") < 11 {
        packed = packed &* 131 &+ UInt64(p.pointee)
        p += 1
      }
      let length = p - name
      guard length > 0, (name.pointee | 0x20) &- UInt8(ascii: "a") < 26, p[0] == UInt8(ascii: "="),
        p[1] == UInt8(ascii: "\"")
      else { return false }
      p += 2
      let value = p
      p = plainValueEnd(p)
      guard p.pointee == UInt8(ascii: "\"") else { return false }
      let isNew = withUnsafeMutableBytes(of: &seen) { bytes in
        let names = bytes.assumingMemoryBound(to: UInt64.self)
        // Two names that look the same here are left to the parser too.
        guard count < names.count, !names[..<count].contains(packed) else { return false }
        names[count] = packed
        return true
      }
      guard isNew,
        take(
          UnsafeBufferPointer(start: name, count: length), UnsafeBufferPointer(start: value, count: p - value)
        )
      else { return false }
      count += 1
      p += 1
    }
    return true
  }

  /// Reads what follows `<c`.
  @inline(__always)
  private mutating func readPlainCell(_ p: inout UnsafePointer<UInt8>, _ defect: inout WorkbookDefect?)
    -> Bool
  {
    let before = column
    column = before &+ 1
    content = .number
    style = 0
    hasFormula = false
    hasValue = false
    var seen: UInt8 = 0
    while p.pointee == UInt8(ascii: " ") {
      guard p[2] == UInt8(ascii: "="), p[3] == UInt8(ascii: "\"") else { return false }
      let name = p[1]
      p += 4
      switch name {
      case UInt8(ascii: "r"):
        guard seen & 1 == 0, readPlainReference(&p), column > before else { return false }
        seen |= 1
      case UInt8(ascii: "s"):
        let value = p
        while p.pointee &- UInt8(ascii: "0") < 10 { p += 1 }
        guard seen & 2 == 0, let number = plainNumber(value, p) else { return false }
        style = number
        seen |= 2
      case UInt8(ascii: "t"):
        guard seen & 4 == 0, readPlainType(&p) else { return false }
        seen |= 4
      default: return false
      }
      guard p.pointee == UInt8(ascii: "\"") else { return false }
      p += 1
    }
    guard column < WorkbookLimits.columns else { return false }
    if p.pointee == UInt8(ascii: "/"), p[1] == UInt8(ascii: ">") {
      p += 2
      return true
    }
    guard p.pointee == UInt8(ascii: ">") else { return false }
    p += 1
    if p.pointee == UInt8(ascii: "<"), p[1] == UInt8(ascii: "f") {
      guard readPlainFormula(&p) else { return false }
    }
    var value = UnsafeBufferPointer<UInt8>(start: p, count: 0)
    if word(at: p) != word("<", "/", "c", ">") {
      guard readPlainValue(&p, &value), word(at: p) == word("<", "/", "c", ">"),
        value.count <= WorkbookLimits.cellBytes
      else { return false }
      hasValue = true
    }
    p += 4
    guard value.count > 0 || hasFormula else { return true }
    defect = endCell(value)
    return defect == nil
  }

  /// Reads `<v>value</v>` or `<is><t>text</t></is>`.
  @inline(__always)
  private func readPlainValue(
    _ p: inout UnsafePointer<UInt8>, _ value: inout UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if word(at: p) & 0xFF_FFFF == word("<", "v", ">", "\0") {
      guard let text = plainText(p + 3, isUTF8: isUTF8) else { return false }
      value = text
      p += 3 + text.count
      guard word(at: p) == word("<", "/", "v", ">") else { return false }
      p += 4
      return true
    }
    guard word(at: p) == word("<", "i", "s", ">"), word(at: p + 4) & 0xFF_FFFF == word("<", "t", ">", "\0")
    else { return false }
    guard let text = plainText(p + 7, isUTF8: isUTF8) else { return false }
    value = text
    p += 7 + text.count
    guard word(at: p) == word("<", "/", "t", ">"), p[4] == UInt8(ascii: "<"),
      word(at: p + 5) == word("/", "i", "s", ">")
    else { return false }
    p += 9
    return true
  }

  /// Reads `<f>formula</f>`, of which nothing is kept.
  private mutating func readPlainFormula(_ p: inout UnsafePointer<UInt8>) -> Bool {
    hasFormula = true
    p += 2
    guard readPlainAttributes(&p, { _, _ in true }) else { return false }
    if p.pointee == UInt8(ascii: "/"), p[1] == UInt8(ascii: ">") {
      p += 2
      return true
    }
    guard p.pointee == UInt8(ascii: ">") else { return false }
    p = plainTextEnd(p + 1)
    guard word(at: p) == word("<", "/", "f", ">") else { return false }
    p += 4
    return true
  }

  /// Reads a reference to a cell of this row, up to the quote behind it.
  @inline(__always)
  private mutating func readPlainReference(_ p: inout UnsafePointer<UInt8>) -> Bool {
    var index = 0
    let start = p
    while p.pointee &- UInt8(ascii: "A") < 26, p - start < 4 {
      index = index &* 26 &+ Int(p.pointee &- UInt8(ascii: "A")) &+ 1
      p += 1
    }
    let digits = p
    var number = 0
    while p.pointee &- UInt8(ascii: "0") < 10, p - digits < 8 {
      number = number &* 10 &+ Int(p.pointee &- UInt8(ascii: "0"))
      p += 1
    }
    column = index &- 1
    return index > 0 && number == row
  }

  /// Reads the type of a cell, up to the quote behind it.
  @inline(__always)
  private mutating func readPlainType(_ p: inout UnsafePointer<UInt8>) -> Bool {
    if p[1] == UInt8(ascii: "\"") {
      switch p.pointee {
      case UInt8(ascii: "s"): content = .sharedString
      case UInt8(ascii: "n"): content = .number
      case UInt8(ascii: "b"): content = .boolean
      case UInt8(ascii: "e"): content = .error
      case UInt8(ascii: "d"): content = .isoDate
      default: return false
      }
      p += 1
      return true
    }
    if word(at: p) == word("s", "t", "r", "\"") {
      content = .text
      p += 3
      return true
    }
    if word(at: p) == word("i", "n", "l", "i"), word(at: p + 4) == word("n", "e", "S", "t"),
      p[8] == UInt8(ascii: "r")
    {
      content = .inlineString
      p += 9
      return true
    }
    return false
  }
}

/// The end of an attribute's value: at its quote, or at a character that does not stand for itself.
@inline(__always)
private func plainValueEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
  var p = start
  while p.pointee &- 0x20 < 0x5F, p.pointee != UInt8(ascii: "\""), p.pointee != UInt8(ascii: "<"),
    p.pointee != UInt8(ascii: "&")
  {
    p += 1
  }
  return p
}

/// A whole number of at most nine digits.
@inline(__always)
private func plainNumber(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int? {
  guard 1...9 ~= end - start else { return nil }
  var value = 0
  var p = start
  while p < end {
    let digit = p.pointee &- UInt8(ascii: "0")
    guard digit <= 9 else { return nil }
    value = value &* 10 &+ Int(digit)
    p += 1
  }
  return value
}

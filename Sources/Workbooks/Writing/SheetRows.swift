import DelimitedText
import ExactValues

/// The rows of a sheet in XML, made of cells in the form of `TableFormat.cells`.
///
/// A number is written digit by digit as the decimal it was: libxlsxwriter would print the nearest `Double` with 16
/// digits, 8.2 as 8.199999999999999. Text stands in its cell, so that memory does not grow with the table.
struct SheetRows: ~Copyable {
  /// The row above the next one, 0 above the header.
  private var row: Int
  /// The characters of the longest cell of each column.
  private(set) var widths: [Int]
  /// `<c r="AB` of each column.
  private let openings: [[UInt8]]
  private var digits: [UInt8] = []
  private var start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>

  /// Text handed out at once: what stays in a processor's cache.
  private static let piece = 1 << 16
  private static let headerStyle = opening(style: WorkbookFrame.headerStyle)
  private static let textStyle = opening(style: WorkbookFrame.textStyle)

  /// - Parameters:
  ///   - row: the rows before these, the header included.
  ///   - columns: how many there are.
  init(below row: Int, columns: Int) {
    self.row = row
    widths = Array(repeating: 0, count: columns)
    openings = (0..<columns).map { Array("<c r=\"\(columnName($0))".utf8) }
    start = .allocate(capacity: Self.piece * 2)
    next = start
    limit = start + Self.piece * 2
  }

  deinit { start.deallocate() }

  private static func opening(style: Int) -> [UInt8] {
    Array("\" s=\"\(style)\" t=\"inlineStr\"><is><t".utf8)
  }

  /// Hands out the XML of rows piece by piece.
  ///
  /// - Parameter cells: whole rows.
  mutating func append(
    _ cells: UnsafeRawBufferPointer, to body: (UnsafeRawBufferPointer) -> Void
  ) throws(WorkbookWritingError) {
    var position = 0
    while position < cells.count {
      row += 1
      digits = Array(String(row).utf8)
      reserve(64)
      put("<row r=\"")
      put(digits)
      put("\">")
      var column = 0
      while cells[position] != CellMark.rowEnd {
        let mark = cells[position]
        position += 1
        let first = position
        while cells[position] < CellMark.text { position += 1 }
        let value = UnsafeRawBufferPointer(rebasing: cells[first..<position])
        if !value.isEmpty {
          if mark == CellMark.number, isExactNumber(value) {
            number(value, column)
          } else {
            try text(value, column)
          }
        }
        column += 1
      }
      position += 1
      reserve(16)
      put("</row>")
      if next - start >= Self.piece || position == cells.count {
        body(UnsafeRawBufferPointer(start: start, count: next - start))
        next = start
      }
    }
  }

  private mutating func open(_ column: Int, room: Int) {
    reserve(room + 128)
    put(openings[column])
    put(digits)
  }

  private mutating func number(_ value: UnsafeRawBufferPointer, _ column: Int) {
    open(column, room: value.count)
    put("\"><v>")
    put(value)
    put("</v></c>")
    if value.count > widths[column] { widths[column] = value.count }
  }

  private mutating func text(
    _ value: UnsafeRawBufferPointer, _ column: Int
  ) throws(WorkbookWritingError) {
    // An escape is `_xHHHH_` at most, for one byte.
    open(column, room: value.count * 7)
    put(row == 1 ? Self.headerStyle : Self.textStyle)
    // Readers drop spaces at the ends that are not said to be meant.
    if value[0] <= UInt8(ascii: " ") || value[value.count - 1] <= UInt8(ascii: " ") {
      put(" xml:space=\"preserve\"")
    }
    put(UInt8(ascii: ">"))
    var isPlain = true
    for byte in value where isSpecial[Int(byte)] { isPlain = false }
    var length = value.count
    if isPlain { put(value) } else { length = escape(value) }
    if length > SheetLimits.characters {
      throw WorkbookWritingError(.textTooLong(row: row, column: columnName(column)))
    }
    put("</t></is></c>")
    // The button of the filter stands in the header.
    if row == 1 { length += 2 }
    if length > widths[column] { widths[column] = length }
  }

  /// - Returns: the characters written, in UTF-16 as spreadsheets count them.
  private mutating func escape(_ value: UnsafeRawBufferPointer) -> Int {
    var length = 0
    for (index, byte) in value.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case 0..<0x20 where byte != 0x09 && byte != 0x0A:
        // XML has no such characters, and would turn a carriage return into a line feed.
        put("_x00")
        put(Array(hexadecimal([byte]).uppercased().utf8))
        put(UInt8(ascii: "_"))
        length += 6
      case UInt8(ascii: "_") where isEscape(value, at: index):
        // Text that looks like an escape.
        put("_x005F_")
        length += 6
      case 0xBE, 0xBF:
        if index >= 2, value[index - 1] == 0xBF, value[index - 2] == 0xEF {
          // U+FFFE and U+FFFF, which XML does not have.
          next -= 2
          put(byte == 0xBE ? "_xFFFE_" : "_xFFFF_")
          length += 6
        } else {
          put(byte)
        }
      default: put(byte)
      }
      // Continuation bytes add nothing; what takes four bytes is two characters.
      length += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
    return length
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inline(__always)
  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawPointer(next).copyMemory(from: bytes.baseAddress!, byteCount: bytes.count)
    next += bytes.count
  }

  @inline(__always)
  private mutating func put(_ bytes: [UInt8]) { bytes.withUnsafeBytes { put($0) } }

  @inline(__always)
  private mutating func put(_ text: StaticString) {
    next.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    next += text.utf8CodeUnitCount
  }

  @inline(__always)
  private mutating func reserve(_ room: Int) {
    if limit - next < room { grow(room) }
  }

  private mutating func grow(_ room: Int) {
    let used = next - start
    let capacity = max((limit - start) * 2, used + room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: used)
    start.deallocate()
    start = larger
    next = larger + used
    limit = larger + capacity
  }
}

/// What a sheet can hold (Excel 2007 and later, and the programs that read its files).
enum SheetLimits {
  /// Rows, the header included.
  static let rows = 1_048_576
  static let columns = 16_384
  /// Of one cell.
  static let characters = 32_767
  /// Of the name of a sheet.
  static let nameLength = 31
  /// Digits that a spreadsheet keeps and shows of a number.
  static let digits = 15
}

/// Bytes that may not stand in a cell as they are, or do not count as one character.
private let isSpecial: [Bool] = (0..<256).map { byte in
  byte < 0x20 || byte >= 0x80 || "&<>_".utf8.contains(UInt8(byte))
}

/// `A`, `B`, … `Z`, `AA`, …
func columnName(_ column: Int) -> String {
  var name = ""
  var rest = column + 1
  while rest > 0 {
    name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + name
    rest = (rest - 1) / 26
  }
  return name
}

/// Whether text is a decimal that a spreadsheet keeps as it is: no zeros before it, and no more digits than it shows.
private func isExactNumber(_ text: UnsafeRawBufferPointer) -> Bool {
  let zero = UInt8(ascii: "0")
  let first = text[0] == UInt8(ascii: "-") ? 1 : 0
  var digits = 0
  var point: Int?
  for index in first..<text.count {
    let byte = text[index]
    if byte == UInt8(ascii: "."), point == nil, index > first {
      point = index
    } else if byte &- zero < 10 {
      if digits > 0 || byte != zero { digits += 1 }
    } else {
      return false
    }
  }
  let whole = (point ?? text.count) - first
  guard whole > 0, whole == 1 || text[first] != zero, point != text.count - 1 else { return false }
  return digits <= SheetLimits.digits && (first == 0 || digits > 0)
}

/// Whether `_xHHHH_` begins here, which a spreadsheet reads as one character.
private func isEscape(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
  guard index + 7 <= text.count, text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
  else { return false }
  return text[(index + 2)..<(index + 6)].allSatisfy { byte in
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}

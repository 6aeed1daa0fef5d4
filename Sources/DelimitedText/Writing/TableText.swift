package import ExactValues

/// Rows of a table being written into memory, in one of the formats.
///
/// A row is its cells in the columns' order, then ``endRow()``.
package struct TableText: ~Copyable {
  private let columns: [String]
  /// Whether nothing stands between the cells but a delimiter.
  private let isDelimited: Bool
  private let isJSON: Bool
  private let rowEnd: UInt8
  private let isForSpreadsheets: Bool
  private let delimiter: UInt8
  private let point: UInt8
  /// What stands before each cell in JSON: a comma or a brace, and the column's name.
  private let openings: [[UInt8]]
  private var start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>
  private var column = 0
  private var isFirstRow: Bool

  /// Memory for some hundred rows at first; it grows with what is written.
  private static let firstCapacity = 1 << 16

  package init(_ format: TableFormat, columns: [String]) {
    self.columns = columns
    isDelimited = format == .csv || format == .csvFr
    isJSON = format == .json
    rowEnd =
      switch format {
      case .csv, .csvFr: UInt8(ascii: "\n")
      case .json: UInt8(ascii: "}")
      case .cells: CellMark.rowEnd
      }
    isForSpreadsheets = format == .csvFr
    delimiter = format.delimiter
    point = format.point
    isFirstRow = true
    let capacity = Self.firstCapacity
    start = .allocate(capacity: capacity)
    next = start
    limit = start + capacity
    openings =
      format == .json
      ? columns.enumerated().map { index, name in
        Array((index == 0 ? "{" : ",").utf8) + jsonString(Array(name.utf8)) + [UInt8(ascii: ":")]
      } : []
  }

  deinit { start.deallocate() }

  package var count: Int { next - start }

  package func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Forgets the rows written, and keeps the memory for the next ones.
  ///
  /// - Parameter nextIsFirst: whether the next row is the first of the table.
  package mutating func removeRows(nextIsFirst: Bool = false) {
    next = start
    isFirstRow = nextIsFirst
  }

  /// What stands before the first row.
  package mutating func writeHead() {
    if isJSON {
      append(Array("[".utf8))
    } else {
      if isForSpreadsheets { append([0xEF, 0xBB, 0xBF]) }
      for name in columns { text(name) }
      endRow()
    }
    isFirstRow = true
  }

  /// What stands after the last row.
  package mutating func writeTail() {
    if isJSON { append(Array("\n]\n".utf8)) }
  }

  /// Any text; what the format needs quoted is quoted.
  package mutating func text(_ value: UnsafeRawBufferPointer) {
    open(room: value.count * 6 + 3)
    guard isDelimited else { return appendUndelimited(value) }
    var isPlain = true
    for byte in value {
      // All bytes that could need anything are up to the slash, or delimiters; identifiers have few of them.
      if byte <= UInt8(ascii: "/") || byte == delimiter || byte == UInt8(ascii: "=")
        || byte == UInt8(ascii: "@")
      {
        isPlain = false
      }
    }
    guard isPlain, !isForSpreadsheets || !isChangingNumber(value) else { return appendUnplain(value) }
    if let address = value.baseAddress {
      UnsafeMutableRawPointer(next).copyMemory(from: address, byteCount: value.count)
    }
    next += value.count
  }

  /// Text as another program writes it: quoted where the format needs it, and never changed for a spreadsheet.
  package mutating func verbatim(_ value: String) {
    var value = value
    value.withUTF8 { bytes in
      open(room: bytes.count * 6 + 3)
      let bytes = UnsafeRawBufferPointer(bytes)
      if isDelimited { appendUnplain(bytes, isDefused: false) } else { appendUndelimited(bytes) }
    }
  }

  /// Writes a cell that may need quotes, or defusing for a spreadsheet.
  private mutating func appendUnplain(_ value: UnsafeRawBufferPointer, isDefused: Bool = true) {
    var needsQuotes = false
    for byte in value {
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
      {
        needsQuotes = true
      }
    }
    if needsQuotes { put(UInt8(ascii: "\"")) }
    if isDefused, isForSpreadsheets, needsApostrophe(value) { put(UInt8(ascii: "'")) }
    for byte in value {
      if needsQuotes, byte == UInt8(ascii: "\"") { put(byte) }
      put(byte)
    }
    if needsQuotes { put(UInt8(ascii: "\"")) }
  }

  package mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { text(UnsafeRawBufferPointer($0)) }
  }

  /// The identifier of a row.
  package mutating func identifier(_ row: Int, of identifiers: IdentifierColumn) {
    identifiers.bytes.withUnsafeBytes { bytes in
      text(UnsafeRawBufferPointer(rebasing: bytes[identifiers.range(row)]))
    }
  }

  /// A word of the program's own, which never needs quotes.
  package mutating func word(_ value: StaticString) {
    open(room: value.utf8CodeUnitCount + 2)
    if isJSON { put(UInt8(ascii: "\"")) }
    next.update(from: value.utf8Start, count: value.utf8CodeUnitCount)
    next += value.utf8CodeUnitCount
    if isJSON { put(UInt8(ascii: "\"")) }
  }

  package mutating func boolean(_ value: Bool) { word(value ? "oui" : "non") }

  package mutating func empty() { word("") }

  /// - Parameter value: ≥ 0.
  package mutating func integer(_ value: Int) {
    open(room: 20, CellMark.number)
    next = FractionFormatter.writeInteger(UInt64(value), to: next)
  }

  package mutating func date(_ value: CalendarDate) {
    open(room: 12)
    if isJSON { put(UInt8(ascii: "\"")) }
    value.write(to: next)
    next += 10
    if isJSON { put(UInt8(ascii: "\"")) }
  }

  /// A decimal with at most six places.
  package mutating func decimal(_ numerator: Int64, over formatter: FractionFormatter) {
    open(room: FractionFormatter.longestText + 2, CellMark.number)
    if isJSON { put(UInt8(ascii: "\"")) }
    next = formatter.writeDecimal(numerator, point: point, to: next)
    if isJSON { put(UInt8(ascii: "\"")) }
  }

  /// A reduced fraction.
  package mutating func exact(_ numerator: Int64, over formatter: FractionFormatter) {
    open(room: FractionFormatter.longestText + 3)
    if isJSON { put(UInt8(ascii: "\"")) }
    let cell = next
    next = formatter.writeExact(numerator, to: cell)
    if isForSpreadsheets { defuse(from: cell) }
    if isJSON { put(UInt8(ascii: "\"")) }
  }

  /// Puts an apostrophe before a fraction that a spreadsheet would take for a date. There is room for it.
  private mutating func defuse(from cell: UnsafeMutablePointer<UInt8>) {
    let count = next - cell
    guard UnsafeBufferPointer(start: cell, count: count).contains(UInt8(ascii: "/")) else { return }
    for index in (0..<count).reversed() { cell[index + 1] = cell[index] }
    cell[0] = UInt8(ascii: "'")
    next += 1
  }

  /// A decimal written with a point, as the format writes decimals.
  package mutating func decimal(_ text: String) {
    guard isDelimited || isJSON else { return number(text) }
    self.text(isForSpreadsheets ? String(text.map { $0 == "." ? "," : $0 }) : text)
  }

  private mutating func number(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      open(room: bytes.count, CellMark.number)
      appendUndelimited(UnsafeRawBufferPointer(bytes))
    }
  }

  package mutating func endRow() {
    reserve(1)
    put(rowEnd)
    column = 0
    isFirstRow = false
  }

  // MARK: Bytes

  /// Starts a cell and makes room for it.
  @inline(__always)
  private mutating func open(room: Int, _ mark: UInt8 = CellMark.text) {
    if isDelimited {
      reserve(room + 1)
      if column > 0 { put(delimiter) }
    } else {
      openUndelimited(room: room, mark)
    }
    column += 1
  }

  private mutating func openUndelimited(room: Int, _ mark: UInt8) {
    if isJSON { return openJSON(room: room) }
    reserve(room + 1)
    put(mark)
  }

  private mutating func openJSON(room: Int) {
    let opening = openings[column]
    reserve(room + opening.count + 2)
    if column == 0 {
      if !isFirstRow { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "\n"))
    }
    for byte in opening { put(byte) }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  private mutating func append(_ bytes: [UInt8]) {
    reserve(bytes.count)
    for byte in bytes { put(byte) }
  }

  @inline(__always)
  private mutating func reserve(_ room: Int) {
    if limit - next < room { grow(room) }
  }

  private mutating func grow(_ room: Int) {
    let used = count
    let capacity = max((limit - start) * 2, used + room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: used)
    start.deallocate()
    start = larger
    next = larger + used
    limit = larger + capacity
  }

  private mutating func appendUndelimited(_ value: UnsafeRawBufferPointer) {
    if isJSON { return appendJSON(value) }
    if let address = value.baseAddress {
      UnsafeMutableRawPointer(next).copyMemory(from: address, byteCount: value.count)
    }
    next += value.count
  }

  private mutating func appendJSON(_ value: UnsafeRawBufferPointer) {
    put(UInt8(ascii: "\""))
    for byte in value {
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        for escaped in escapedForJSON(byte) { put(escaped) }
      } else {
        put(byte)
      }
    }
    put(UInt8(ascii: "\""))
  }
}

private func escapedForJSON(_ byte: UInt8) -> [UInt8] {
  byte < 0x20
    ? Array("\\u00\(hexadecimal([byte]))".utf8)
    : [UInt8(ascii: "\\"), byte]
}

/// A JSON string literal.
package func jsonString(_ text: [UInt8]) -> [UInt8] {
  let quote = UInt8(ascii: "\"")
  return [quote]
    + text.flatMap { byte in
      byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") ? escapedForJSON(byte) : [byte]
    } + [quote]
}

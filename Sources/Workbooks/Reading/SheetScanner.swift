import DelimitedText
import Glibc

/// Makes of the XML of a sheet the text that a reader of tables takes (``SheetText``).
///
/// A struct behind a pointer, which callbacks of the XML parser change: none of them allocates or touches an object while
/// the sheet is an ordinary one.
struct SheetScanner {
  /// What an element is. The number of an element that is transparent is that of the one around it, and a bit.
  enum Kind: UInt8 {
    case document, sheet, rows, row, cell, value, formula, inlineText, run, text, merges, skipped
  }

  /// What the value of a cell is.
  enum Content: UInt8 {
    case number, sharedString, text, inlineString, boolean, error, isoDate
  }

  static let transparent: UInt8 = 0x80
  /// Rows in which the names of columns are looked for where the first has them not, and cells of each.
  static let firstRows = 20
  static let mostFirstCells = 256
  /// Longer cells, in bytes, hold no name of a column.
  static let longestName = 400

  // What the workbook says.
  let sharedTexts: UnsafePointer<UInt8>
  let sharedEnds: UnsafeBufferPointer<UInt32>
  let formats: UnsafeBufferPointer<CellFormat>
  let dateSystem: DateSystem
  /// The row of the header; nil for the first that is filled.
  let askedHeader: Int?
  let mostText: Int

  // What comes out.
  var text: ByteBuffer
  var sheet = SheetText()
  /// Of the header, from 1; 0 before it is found.
  var headerRow = 0
  var width = 0
  var merges: [CellArea] = []
  /// The header's cell whose formula has no value.
  var uncalculatedHeader: String?
  /// Whether bytes beyond ASCII may be read without the parser.
  var isUTF8 = false
  /// Whether the part is a sheet of cells.
  var isSheet = false

  // Where the parser is.
  var kinds: UnsafeMutablePointer<UInt8>
  var depth = 0

  // The row.
  var row = 0
  var rowStart = 0
  /// Rows that are written, empty ones too.
  var writtenRows = 0
  var isRowHidden = false
  var isRowFilled = false
  /// Whether a cell of the row has been written.
  var isRowBegun = false
  /// Whether the row has a filled cell to the right of the header.
  var isRowBeyond = false
  var firstCells: [String] = []

  // The cell.
  /// From 0.
  var column = -1
  var writtenColumn = 0
  var content = Content.number
  var style = 0
  var hasFormula = false
  var hasValue = false
  var raw: ByteBuffer

  init(
    sharedTexts: UnsafePointer<UInt8>, sharedEnds: UnsafeBufferPointer<UInt32>,
    formats: UnsafeBufferPointer<CellFormat>, dateSystem: DateSystem, headerRow: Int?, partBytes: Int
  ) {
    self.sharedTexts = sharedTexts
    self.sharedEnds = sharedEnds
    self.formats = formats
    self.dateSystem = dateSystem
    askedHeader = headerRow
    mostText = min(
      WorkbookLimits.textBytes, WorkbookLimits.textOfAnySheet + partBytes * WorkbookLimits.textPerByte)
    text = ByteBuffer(capacity: min(1 << 20, max(1 << 12, partBytes / 8)))
    raw = ByteBuffer(capacity: 1 << 10)
    kinds = .allocate(capacity: WorkbookLimits.depth + 1)
    kinds[0] = Kind.document.rawValue
  }

  /// Gives back all memory.
  func free() {
    text.free()
    raw.free()
    kinds.deallocate()
  }
}

// MARK: - Elements

extension SheetScanner {
  mutating func start(
    _ name: XMLReading.Name, _ attributes: XMLReading.Attributes
  ) -> WorkbookDefect? {
    guard depth < WorkbookLimits.depth else { return .tooLarge(.nesting) }
    let parent = kinds[depth] & ~Self.transparent
    depth &+= 1
    kinds[depth] = Kind.skipped.rawValue
    guard parent != Kind.skipped.rawValue, let parent = Kind(rawValue: parent) else { return nil }
    let name = localName(name)
    switch parent {
    case .row where isName("c", name):
      kinds[depth] = Kind.cell.rawValue
      return startCell(attributes)
    case .cell where isName("v", name):
      kinds[depth] = Kind.value.rawValue
      hasValue = true
      raw.count = 0
    case .cell where isName("f", name):
      kinds[depth] = Kind.formula.rawValue
      hasFormula = true
    case .cell where strcmp(name, "is") == 0:
      kinds[depth] = Kind.inlineText.rawValue
      hasValue = true
      raw.count = 0
    case .inlineText where isName("t", name), .run where isName("t", name): kinds[depth] = Kind.text.rawValue
    case .inlineText where isName("r", name): kinds[depth] = Kind.run.rawValue
    case .rows where strcmp(name, "row") == 0:
      kinds[depth] = Kind.row.rawValue
      return startRow(attributes)
    case .sheet where strcmp(name, "sheetData") == 0: kinds[depth] = Kind.rows.rawValue
    case .sheet where strcmp(name, "mergeCells") == 0: kinds[depth] = Kind.merges.rawValue
    case .merges where strcmp(name, "mergeCell") == 0: return addMerge(attributes)
    case .document where strcmp(name, "worksheet") == 0:
      kinds[depth] = Kind.sheet.rawValue
      isSheet = true
    default:
      // What stands in Choice is for programs that understand more; Fallback is for the others.
      if strcmp(name, "AlternateContent") == 0 || strcmp(name, "Fallback") == 0 {
        kinds[depth] = parent.rawValue | Self.transparent
      }
    }
    return nil
  }

  @inline(__always)
  private func isName(_ letter: Unicode.Scalar, _ name: XMLReading.Name) -> Bool {
    name[0] == CChar(truncatingIfNeeded: letter.value) && name[1] == 0
  }

  mutating func end() -> WorkbookDefect? {
    let kind = kinds[depth]
    depth &-= 1
    switch kind {
    case Kind.cell.rawValue: return endCell()
    case Kind.row.rawValue: return endRow()
    default: return nil
    }
  }

  mutating func add(_ characters: UnsafePointer<CChar>, _ count: Int) -> WorkbookDefect? {
    let kind = kinds[depth] & ~Self.transparent
    guard kind == Kind.value.rawValue || kind == Kind.text.rawValue else { return nil }
    guard raw.count &+ count <= WorkbookLimits.cellBytes else { return .tooLarge(.cell) }
    characters.withMemoryRebound(to: UInt8.self, capacity: count) { raw.append($0, count) }
    return nil
  }

  private mutating func addMerge(_ attributes: XMLReading.Attributes) -> WorkbookDefect? {
    guard merges.count < WorkbookLimits.merges else { return .tooLarge(.parts) }
    var next = attributes
    while let name = next.pointee, let value = next[1] {
      next += 2
      guard strcmp(name, "ref") == 0 else { continue }
      let corners = String(cString: value).split(separator: ":").map { CellReference(String($0)) }
      guard corners.count == 2, let first = corners[0], let last = corners[1] else { continue }
      merges.append(
        CellArea(
          rows: min(first.row, last.row)...max(first.row, last.row),
          columns: min(first.column, last.column)...max(first.column, last.column)))
    }
    return nil
  }
}

// MARK: - Rows

extension SheetScanner {
  private mutating func startRow(_ attributes: XMLReading.Attributes) -> WorkbookDefect? {
    var number = row &+ 1
    isRowHidden = false
    var next = attributes
    while let name = next.pointee, let value = next[1] {
      next += 2
      if name[0] == CChar(bitPattern: UInt8(ascii: "r")), name[1] == 0 {
        guard let given = wholeNumber(value), given > 0 else {
          return .damaged(.cell("\(row + 1)"))
        }
        number = given
      } else if strcmp(name, "hidden") == 0 {
        isRowHidden = value[0] == CChar(bitPattern: UInt8(ascii: "1")) || strcmp(value, "true") == 0
      }
    }
    return beginRow(number)
  }

  /// Begins a row that is not hidden, unless ``isRowHidden`` says that it is.
  @inline(__always)
  mutating func beginRow(_ number: Int) -> WorkbookDefect? {
    guard number > row else { return .damaged(.order("\(number)")) }
    guard number <= WorkbookLimits.rows else { return .tooLarge(.rows) }
    row = number
    rowStart = text.count
    isRowFilled = false
    isRowBegun = false
    isRowBeyond = false
    column = -1
    writtenColumn = 0
    return nil
  }

  mutating func endRow() -> WorkbookDefect? {
    guard isRowFilled else {
      text.count = rowStart
      firstCells = []
      return nil
    }
    let isHeader = headerRow == 0
    if isHeader {
      headerRow = row
      width = writtenColumn &+ 1
    } else {
      if isRowHidden { sheet.hiddenRows += 1 }
      if !isRowBeyond { text.append(SheetText.delimiter, times: width &- 1 &- writtenColumn) }
    }
    if sheet.firstRows.count < Self.firstRows {
      sheet.firstRows.append((row, firstCells))
      firstCells = []
    }
    text.append(UInt8(ascii: "\n"))
    writtenRows = row
    guard text.count <= mostText else { return .tooLarge(.size) }
    return nil
  }
}

// MARK: - Cells

extension SheetScanner {
  private mutating func startCell(_ attributes: XMLReading.Attributes) -> WorkbookDefect? {
    let before = column
    column = before &+ 1
    content = .number
    style = 0
    hasFormula = false
    hasValue = false
    raw.count = 0
    var next = attributes
    while let name = next.pointee, let value = next[1] {
      next += 2
      guard name[0] != 0, name[1] == 0 else { continue }
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "r"):
        guard let place = CellReference(value) else { return .damaged(.cell(cellName)) }
        guard place.column < WorkbookLimits.columns else { return .tooLarge(.columns) }
        guard place.row == row, place.column > before else {
          return .damaged(.order(String(cString: value)))
        }
        column = place.column
      case UInt8(ascii: "s"):
        guard let number = wholeNumber(value) else { return .damaged(.cell(cellName)) }
        style = number
      case UInt8(ascii: "t"):
        guard let known = Self.content(value) else { return .damaged(.cell(cellName)) }
        content = known
      default: break
      }
    }
    return column < WorkbookLimits.columns ? nil : .tooLarge(.columns)
  }

  @inline(__always)
  private static func content(_ type: UnsafePointer<CChar>) -> Content? {
    if type[0] != 0, type[1] == 0 {
      switch UInt8(bitPattern: type[0]) {
      case UInt8(ascii: "s"): return .sharedString
      case UInt8(ascii: "n"): return .number
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .isoDate
      default: return nil
      }
    }
    if strcmp(type, "str") == 0 { return .text }
    return strcmp(type, "inlineStr") == 0 ? .inlineString : nil
  }

  private mutating func endCell() -> WorkbookDefect? {
    endCell(UnsafeBufferPointer(start: raw.start, count: raw.count))
  }

  /// - Parameter value: of the cell, as its XML says it.
  @inline(__always)
  mutating func endCell(_ value: UnsafeBufferPointer<UInt8>) -> WorkbookDefect? {
    if let asked = askedHeader, row < asked { return nil }
    if hasFormula, headerRow > 0 { sheet.formulas &+= 1 }
    if value.count == 0 {
      // Of a formula that gives a text, the text may be empty.
      guard hasFormula, !hasValue || content != .text else { return nil }
      return write(uncalculated: true)
    }
    // Of what stands to the right of the header only the first cell is told, but names may stand there.
    if isRowBeyond, sheet.firstRows.count >= Self.firstRows { return nil }
    switch content {
    case .number: return writeNumber(trimmed(value))
    case .sharedString:
      guard let index = index(trimmed(value)), index < sharedEnds.count else {
        return .damaged(.sharedString(cellName))
      }
      let start = index == 0 ? 0 : Int(sharedEnds[index &- 1])
      return write(
        UnsafeBufferPointer(start: sharedTexts + start, count: Int(sharedEnds[index]) &- start))
    case .text, .inlineString:
      let place = beginCell()
      CellText.append(value, to: &text)
      return endWriting(place)
    case .boolean, .error, .isoDate: return writeSeldom(trimmed(value))
    }
  }

  @inline(never)
  private mutating func writeSeldom(_ value: UnsafeBufferPointer<UInt8>) -> WorkbookDefect? {
    let word = String(decoding: value.prefix(64), as: UTF8.self)
    switch content {
    case .boolean:
      switch word {
      case "1", "true": return write("vrai")
      case "0", "false": return write("faux")
      default: return .damaged(.cell(cellName))
      }
    case .error:
      let shown = word.replacing("\"", with: "'")
      // What stands in the header is a name.
      return headerRow == 0 ? write(Array(shown.utf8)) : write(said: SheetText.errorValue(shown))
    default: return write(Array(CellDate.shown(iso: word).utf8))
    }
  }

  private var cellName: String { "\(columnLetters(column))\(row)" }

  /// A value without the spaces around it.
  @inline(__always)
  private func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = value.first, first <= 0x20 || value[value.count &- 1] <= 0x20 else { return value }
    var (start, end) = (0, value.count)
    while start < end, value[start] <= 0x20 { start &+= 1 }
    while start < end, value[end &- 1] <= 0x20 { end &-= 1 }
    return UnsafeBufferPointer(rebasing: value[start..<end])
  }

  private func index(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard 1...9 ~= digits.count else { return nil }
    var index = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      index = index &* 10 &+ Int(digit)
    }
    return index
  }

  private mutating func write(uncalculated: Bool) -> WorkbookDefect? {
    if headerRow == 0 {
      uncalculatedHeader = uncalculatedHeader ?? "\(columnLetters(column))\(row)"
      return write(Array("(?)".utf8))
    }
    return write(said: SheetText.uncalculatedFormula)
  }

  @inline(__always)
  private mutating func writeNumber(_ number: UnsafeBufferPointer<UInt8>) -> WorkbookDefect? {
    let format = style < formats.count ? formats[style] : .number
    if number.isEmpty { return nil }
    let place = beginCell()
    if format == .number, Self.isShownAsWritten(number), let start = number.baseAddress {
      text.append(start, number.count)
      return endWriting(place)
    }
    guard let shown = ShownNumber(number) else { return .damaged(.cell(cellName)) }
    if shown.isCutShort, headerRow > 0 {
      CellText.appendQuoted(SheetText.longNumber, to: &text)
      return endWriting(place)
    }
    switch format {
    case .number: shown.append(to: &text)
    case .percent:
      shown.hundredfold.append(to: &text)
      text.append(UInt8(ascii: "%"))
    case .zeroPadded(let width): shown.append(to: &text, width: width)
    case .date, .time, .dateAndTime:
      if !CellDate.append(shown, format, dateSystem, to: &text) { shown.append(to: &text) }
    }
    return endWriting(place)
  }

  /// Whether a number is written as it is shown: at most 15 digits, and nothing to leave out.
  @inline(__always)
  private static func isShownAsWritten(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    guard number.count <= 16 else { return false }
    let first = number[0]
    if first == UInt8(ascii: "0") { return number.count == 1 }
    guard first &- UInt8(ascii: "1") < 9 else { return false }
    var hasPoint = false
    for byte in number {
      guard byte &- UInt8(ascii: "0") > 9 else { continue }
      guard byte == UInt8(ascii: "."), !hasPoint else { return false }
      hasPoint = true
    }
    let last = number[number.count - 1]
    return hasPoint ? last != UInt8(ascii: "0") && last != UInt8(ascii: ".") : number.count <= 15
  }
}

// MARK: - Writing

extension SheetScanner {
  /// Writes what stands between the cell before and this one.
  ///
  /// - Returns: where the cell's text begins.
  @inline(__always)
  private mutating func beginCell() -> Int {
    if !isRowBegun {
      isRowBegun = true
      text.append(UInt8(ascii: "\n"), times: row &- 1 &- writtenRows)
    }
    let place = headerRow > 0 ? min(column, width) : column
    text.append(SheetText.delimiter, times: place &- writtenColumn)
    return text.count
  }

  /// Ends a cell whose text begins at `place`.
  @inline(__always)
  private mutating func endWriting(_ place: Int) -> WorkbookDefect? {
    let isFilled = CellText.isFilled(
      UnsafeBufferPointer(start: text.start + place, count: text.count &- place))
    if !isFilled {
      text.count = place &- (headerRow > 0 ? min(column, width) : column) &+ writtenColumn
      return nil
    }
    isRowFilled = true
    if sheet.firstRows.count < Self.firstRows { keepFirst(place) }
    if headerRow > 0, column >= width {
      text.count = place
      if isRowBeyond { return nil }
      CellText.appendQuoted(SheetText.beyondHeader("\(columnLetters(column))\(row)"), to: &text)
      isRowBeyond = true
      writtenColumn = width
    } else {
      writtenColumn = column
    }
    return text.count <= mostText ? nil : .tooLarge(.size)
  }

  /// Keeps a cell of the first rows, whose names may be looked for.
  @inline(never)
  private mutating func keepFirst(_ place: Int) {
    guard column < Self.mostFirstCells, text.count &- place <= Self.longestName else { return }
    while firstCells.count < column { firstCells.append("") }
    firstCells.append(
      CellText.unquoted(UnsafeRawBufferPointer(rebasing: text.bytes[place...])))
  }

  private mutating func write(_ field: UnsafeBufferPointer<UInt8>) -> WorkbookDefect? {
    let place = beginCell()
    if let start = field.baseAddress { text.append(start, field.count) }
    return endWriting(place)
  }

  private mutating func write(_ word: StaticString) -> WorkbookDefect? {
    write(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func write(_ field: [UInt8]) -> WorkbookDefect? {
    let place = beginCell()
    text.append(field)
    return endWriting(place)
  }

  /// Writes what is wrong with the cell.
  private mutating func write(said words: [UInt8]) -> WorkbookDefect? {
    let place = beginCell()
    CellText.appendQuoted(words, to: &text)
    return endWriting(place)
  }
}

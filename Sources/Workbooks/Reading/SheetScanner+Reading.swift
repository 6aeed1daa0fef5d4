import DelimitedText
import Glibc

extension WorkbookArchive {
  /// Reads the XML of a sheet.
  ///
  /// - Throws: as ``readXML(_:atMost:state:_:)``, and what the scanner finds wrong.
  func scan(_ part: Part, with scanner: inout SheetScanner) throws {
    try withUnsafeMutablePointer(to: &scanner) { scanner in
      try readXML(
        part, with: scanner,
        XMLReading.Callbacks(
          start: { data, name, attributes in
            perform(data) { $0.pointee.start(name!, attributes!) }
            markTag(data)
          },
          end: { data, _ in
            perform(data) { $0.pointee.end() }
            markTag(data)
          },
          text: { data, text, count in perform(data) { $0.pointee.add(text!, Int(count)) } }))
    }
  }
}

@inline(__always)
private func perform(
  _ data: UnsafeMutableRawPointer?, _ body: (UnsafeMutablePointer<SheetScanner>) -> WorkbookDefect?
) {
  let reading = data!.assumingMemoryBound(to: XMLReading.self)
  reading.pointee.events &+= 1
  // A stopped parser may still have a callback to make.
  guard reading.pointee.defect == nil else { return }
  let scanner = reading.pointee.state.assumingMemoryBound(to: SheetScanner.self)
  if let defect = body(scanner) { reading.pointee.stop(defect) }
}

@inline(__always)
private func markTag(_ data: UnsafeMutableRawPointer?) {
  let reading = data!.assumingMemoryBound(to: XMLReading.self)
  let scanner = reading.pointee.state.assumingMemoryBound(to: SheetScanner.self)
  if scanner.pointee.isBetweenElements { reading.pointee.markTag() }
}

extension SheetScanner {
  /// Looks at what came out, once the sheet is read.
  ///
  /// - Throws: ``WorkbookDefect`` or `CellDefect` where there is no header that can be used; the row is then the one meant.
  mutating func finish() throws {
    guard isSheet else { throw WorkbookFailure(.notATableSheet("")) }
    if let asked = askedHeader, headerRow != asked {
      row = asked
      throw WorkbookFailure(.emptyHeaderRow(asked))
    }
    if headerRow == 0 {
      row = 1
      throw WorkbookFailure(.emptySheet)
    }
    if uncalculatedHeader != nil {
      row = headerRow
      throw WorkbookFailure(CellDefect.uncalculatedFormula)
    }
    findMerges()
  }

  /// Gives the text to the caller, and back what else there is.
  mutating func takeText() -> ByteBuffer {
    raw.free()
    kinds.deallocate()
    return text
  }

  /// Keeps of the merged areas those that reach below the header and whose first cell has a value.
  private mutating func findMerges() {
    let wanted = merges.filter {
      $0.rows.upperBound > headerRow && $0.columns.lowerBound < width
        && ($0.rows.count > 1 || $0.columns.count > 1)
    }.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
    var line = 1
    var start = 0
    for area in wanted where area.rows.lowerBound <= writtenRows {
      while line < area.rows.lowerBound, let end = memchr(text.start + start, 0x0A, text.count - start) {
        start = UnsafeRawPointer(text.start).distance(to: end) + 1
        line += 1
      }
      guard line == area.rows.lowerBound, hasValue(at: area.columns.lowerBound, from: start) else { continue }
      sheet.merges.append(
        SheetText.Merge(range: area.name, row: area.rows.lowerBound, columns: area.columns))
    }
  }

  /// Whether a field of the line that starts at a place holds anything.
  private func hasValue(at column: Int, from start: Int) -> Bool {
    var column = column
    var isQuoted = false
    for index in start..<text.count {
      let byte = text.start[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      let endsField = byte == 0x0A || (byte == SheetText.delimiter && !isQuoted)
      if column == 0 { return !endsField }
      if byte == 0x0A { return false }
      if endsField { column -= 1 }
    }
    return false
  }
}

public import DelimitedText
package import FileStore
public import Parallelism

extension SourceText {
  /// Opens a table and hands its text to `body`: delimited text, or a sheet of a workbook as `FILE.xlsx#Sheet`.
  ///
  /// What the file is, its content says, not its name. A sheet becomes text that readers take as they take CSV: its cells as
  /// the spreadsheet shows them, numbers with at most 15 significant digits, days as `yyyy-mm-dd`. `SourceText.file` is then
  /// the path and the sheet's name, and lines are rows of the sheet.
  ///
  /// ```swift
  /// let seed = try SourceText.withTable(of: "\(path)#new") { try SeedFile($0).seed }
  /// ```
  ///
  /// - Parameters:
  ///   - path: `-` is standard input. Without a `#` it is the workbook's first sheet that is shown. Names of sheets are
  ///     compared as those of columns.
  ///   - headerRow: the row of a sheet that holds the names of the columns, from 1; nil for the first that is filled.
  ///   - encoding: of delimited text without a byte order mark.
  ///   - workers: the threads that share the work.
  ///   - ignoring: columns to ignore, whatever their names mean to the reader.
  ///   - notes: where readers say what they did with the file.
  ///   - body: reads the text, which is valid inside of it alone.
  /// - Throws: `FileStoreError` where the file cannot be opened or read; `InputDefects` where it is neither text nor a workbook
  ///   that can be read (``WorkbookDefect``); what `body` throws; `CancellationError` where the task is cancelled.
  /// - Complexity: O(*n*), *n* = the bytes of the text or of the unpacked sheet. Memory: the text of the sheet, never its XML.
  public static func withTable<R>(
    of path: String, headerRow: Int? = nil, encoding: TextEncoding = .utf8, workers: Workers = Workers(),
    ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    _ body: (SourceText) throws -> R
  ) throws -> R {
    let table = TablePath(path)
    return try withTable(
      of: InputFile(path: table.file, workers: workers), sheet: table.sheet, headerRow: headerRow,
      encoding: encoding, workers: workers, ignoring: ignoring, notes: notes, body)
  }

  /// Hands the text of an open file to `body`; otherwise as ``withTable(of:headerRow:encoding:workers:ignoring:notes:_:)``.
  ///
  /// - Parameter sheet: the sheet's name; nil for the first that is shown.
  package static func withTable<R>(
    of file: InputFile, sheet: String?, headerRow: Int? = nil, encoding: TextEncoding = .utf8,
    workers: Workers = Workers(), ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    _ body: (SourceText) throws -> R
  ) throws -> R {
    guard sheet != nil || file.isWorkbook else {
      return try withContents(
        of: file, encoding: encoding, workers: workers, ignoring: ignoring, notes: notes, body)
    }
    return try file.withContents { bytes in
      let (text, sheetText, name) = try Workbook(bytes, file: file.path).text(
        ofSheet: sheet, headerRow: headerRow)
      defer { text.free() }
      return try withSheet(
        text.bytes, file: name, sheet: sheetText, workers: workers, ignoring: ignoring, notes: notes, body)
    }
  }
}

extension InputFile {
  /// Whether the first bytes are those of a workbook, or of what may be one: an archive, an older or a protected workbook.
  package var isWorkbook: Bool {
    switch withUnsafeBytes({ ForeignFile($0) }) {
    case .workbook?, .zip?, .excel97?: true
    default: false
    }
  }
}

extension Workbook {
  /// Reads a sheet of the workbook, and hands its text to `body`.
  ///
  /// - Parameters:
  ///   - name: compared as names of columns; nil for the first sheet that is shown.
  ///   - headerRow: the row that holds the names of the columns, from 1; nil for the first that is filled.
  ///   - workers: the threads that share the work.
  ///   - ignoring: columns to ignore, whatever their names mean to the reader.
  ///   - notes: where readers say what they did with the sheet.
  ///   - body: reads the text, which is valid inside of it alone.
  /// - Throws: `InputDefects` where there is no such sheet, or it cannot be read; what `body` throws; `CancellationError`
  ///   where the task is cancelled.
  /// - Complexity: O(*n*), *n* = the bytes of the unpacked sheet. Memory: the text of the sheet, never its XML.
  public func withSheet<R>(
    named name: String? = nil, headerRow: Int? = nil, workers: Workers = Workers(),
    ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    _ body: (SourceText) throws -> R
  ) throws -> R {
    let (text, sheet, file) = try text(ofSheet: name, headerRow: headerRow)
    defer { text.free() }
    return try SourceText.withSheet(
      text.bytes, file: file, sheet: sheet, workers: workers, ignoring: ignoring, notes: notes, body)
  }

  /// The text of a sheet, what else is known of it, and how defects name it.
  ///
  /// - Returns: a text that the caller gives back.
  fileprivate func text(
    ofSheet name: String?, headerRow: Int?
  ) throws -> (text: ByteBuffer, sheet: SheetText, file: String) {
    var place = (file: file, row: 1)
    do {
      let sheet = try sheet(named: name)
      place.file = "\(file)#\(printable(sheet.name))"
      var scanner = try scanner(of: sheet, headerRow: headerRow, &place.row)
      scanner.sheet.isUncalculated = isUncalculated
      return (scanner.takeText(), scanner.sheet, place.file)
    } catch let failure as WorkbookFailure {
      throw InputDefects(file: place.file, InputDefect(line: place.row, column: "", reason: failure.reason))
    }
  }

  /// - Parameter row: the row that was read last.
  private func scanner(of sheet: Sheet, headerRow: Int?, _ row: inout Int) throws -> SheetScanner {
    guard !sheet.part.isEmpty, let part = try archive.part(sheet.part) else {
      throw WorkbookFailure(.damaged(.missingPart(sheet.part.isEmpty ? sheet.name : sheet.part)))
    }
    let strings =
      try sharedStrings.flatMap { try archive.part($0) }.map(archive.sharedStrings) ?? SharedStrings()
    let formats =
      try styles.flatMap { try archive.part($0, atMost: WorkbookLimits.smallPartBytes) }.map(
        archive.cellFormats) ?? []
    return try strings.withTexts { texts, ends in
      try formats.withUnsafeBufferPointer { formats in
        var scanner = SheetScanner(
          sharedTexts: texts, sharedEnds: ends, formats: formats, dateSystem: dateSystem,
          headerRow: headerRow, partBytes: part.bytes)
        do {
          defer { row = max(1, scanner.row) }
          try archive.scan(part, with: &scanner)
          try scanner.finish()
        } catch {
          scanner.free()
          throw error
        }
        return scanner
      }
    }
  }
}

internal import CXLSXWriter
internal import CZip
import FileStore
import Glibc

/// A workbook of one sheet without its rows, by libxlsxwriter: what stands around them, and all other parts.
struct WorkbookFrame {
  /// The parts of the package in their order.
  let parts: [(name: String, text: [UInt8])]
  /// The sheet before its rows.
  let opening: [UInt8]
  /// The sheet behind its rows.
  let ending: [UInt8]

  static let sheetPart = "xl/worksheets/sheet1.xml"
  /// The styles of cells: the library numbers them as they are first used.
  static let headerStyle = 1
  static let textStyle = 2

  /// The day on which dates in a zip begin; the same for all workbooks, so that the same cells make the same bytes.
  private static let created: time_t = 315_532_800
  /// What a column is as wide as, in characters.
  private static let widthRange = 8...60
  /// The space at the sides of a cell, in characters.
  private static let margin = 2
  /// Columns that are together wider than this many characters fit better on a page that lies on its side.
  private static let portraitWidth = 95

  /// - Parameters:
  ///   - name: of the sheet.
  ///   - rows: their number, the header included.
  ///   - widths: of each column, the characters of its longest cell.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite` where no temporary file can be made.
  init(sheet name: String, rows: Int, widths: [Int]) throws {
    let folder = TemporaryFile.folder
    let file = try TemporaryFile(folder: folder)
    try withPlainLocale {
      try Self.write(to: file.path, folder: folder, sheet: name, rows: rows, widths: widths)
    }
    parts = try Self.parts(of: file, folder: folder)
    guard let sheet = parts.first(where: { $0.name == Self.sheetPart })?.text,
      let begin = sheet.firstRange(of: Array("<sheetData>".utf8)),
      let end = sheet.firstRange(of: Array("</sheetData>".utf8)),
      Self.hasStyles(sheet[begin.upperBound..<end.lowerBound], below: rows > 1)
    else {
      throw WorkbookWritingError(.library("sheetData"))
    }
    opening = Array(sheet[..<begin.upperBound])
    ending = Array(sheet[end.lowerBound...])
  }

  /// Whether the cells that stand in for the rows have the styles that rows are written with.
  private static func hasStyles(_ cells: ArraySlice<UInt8>, below: Bool) -> Bool {
    let text = String(decoding: cells, as: UTF8.self)
    return text.contains("r=\"A1\" s=\"\(headerStyle)\"") && (!below || text.contains(" s=\"\(textStyle)\""))
  }

  // MARK: libxlsxwriter

  private static func write(
    to path: String, folder: String, sheet name: String, rows: Int, widths: [Int]
  ) throws {
    let made = folder.withCString { folder in
      var options = lxw_workbook_options(
        constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let made, let sheet = workbook_add_worksheet(made, name) else {
      throw FileStoreError(cannotWrite: folder, errorNumber: ENOMEM)
    }
    describe(made, sheet, rows: lxw_row_t(rows), widths: widths)
    errno = 0
    let error = workbook_close(made)
    if error != LXW_NO_ERROR { throw failure(error, folder) }
  }

  private static func describe(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    rows: lxw_row_t, widths: [Int]
  ) {
    var properties = lxw_doc_properties()
    properties.created = created
    workbook_set_properties(workbook, &properties)
    let header = workbook_add_format(workbook)
    format_set_bold(header)
    // Room between a number, which stands to the right, and the text of the next column.
    format_set_indent(header, 1)
    let text = workbook_add_format(workbook)
    // The format of text: what is typed into the cell later stays text too.
    format_set_num_format_index(text, 49)
    format_set_indent(text, 1)
    let last = lxw_col_t(widths.count - 1)
    // The corners stand in for the cells between them.
    worksheet_write_blank(sheet, 0, 0, header)
    worksheet_write_blank(sheet, rows - 1, last, rows > 1 ? text : header)
    let shown = widths.map { min(max($0 + margin, widthRange.lowerBound), widthRange.upperBound) }
    for (column, width) in shown.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, rows - 1, last)
    worksheet_repeat_rows(sheet, 0, 0)
    // A4, one page wide, as many high as it takes.
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    if shown.reduce(0, +) > portraitWidth { worksheet_set_landscape(sheet) }
    // Identifiers of digits alone are meant.
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(columnName(Int(last)))\(rows)")
  }

  private static func failure(_ error: lxw_error, _ folder: String) -> any Error {
    let number = errno
    return switch error {
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE, LXW_ERROR_CREATING_XLSX_FILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      FileStoreError(cannotWrite: folder, errorNumber: number == 0 ? EIO : number)
    case LXW_ERROR_MEMORY_MALLOC_FAILED: FileStoreError(cannotWrite: folder, errorNumber: ENOMEM)
    default: WorkbookWritingError(.library(String(cString: lxw_strerror(error))))
    }
  }

  // MARK: Its package

  private static func parts(of file: TemporaryFile, folder: String) throws -> [(name: String, text: [UInt8])]
  {
    // The library does not look whether its writes succeed: what is not whole was lost on a full disk.
    let damage = FileStoreError(cannotWrite: folder, errorNumber: ENOSPC)
    guard let archive = zip_open(file.path, Int32(ZIP_RDONLY), nil) else { throw damage }
    defer { zip_discard(archive) }
    return try (0..<UInt64(zip_get_num_entries(archive, 0))).map { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
        let part = zip_fopen_index(archive, index, 0)
      else { throw damage }
      defer { zip_fclose(part) }
      var text = [UInt8](repeating: 0, count: Int(status.size))
      guard zip_fread(part, &text, status.size) == Int64(status.size), isDocument(text) else { throw damage }
      return (String(cString: name), text)
    }
  }

  /// Whether text is an XML document to its last tag.
  private static func isDocument(_ text: [UInt8]) -> Bool {
    // `<root …` opens behind the declaration, and its end is the end of the text.
    let text = String(decoding: text.last == UInt8(ascii: "\n") ? text.dropLast() : text[...], as: UTF8.self)
    guard let root = text.split(separator: "<").dropFirst().first?.prefix(while: { $0 != " " && $0 != ">" })
    else { return false }
    return text.hasSuffix("</\(root)>")
  }
}

/// Runs C that prints numbers, whatever the locale of the process: another one's decimal comma would break the XML.
private func withPlainLocale<R>(_ body: () throws -> R) rethrows -> R {
  let plain = newlocale(1 << LC_NUMERIC, "C", nil)
  let old = uselocale(plain)
  defer {
    uselocale(old)
    if let plain { freelocale(plain) }
  }
  return try body()
}

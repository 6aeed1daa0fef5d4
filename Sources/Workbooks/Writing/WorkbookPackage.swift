internal import CXLSXWriter
import FileStore
import Glibc

/// A workbook of one sheet under construction, by libxlsxwriter: all that is not a row.
///
/// The rows go to the sheet's temporary file (the library's mode of constant memory), where the library would write
/// them too. It does not look whether its own writes succeed, so the finished package is checked.
final class WorkbookPackage {
  let styles: SheetRows.Styles
  private let file: MemoryFile
  private let folder: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// The bytes of the rows so far.
  private var byteCount = 0

  /// The day on which files in a zip begin; the same for all workbooks, so that the same cells make the same bytes.
  private static let created: time_t = 315_532_800
  /// What a column is as wide as, in characters.
  private static let widthRange = 8...60
  /// What a zip holds without an extension that not every program reads.
  private static let largestPlainPart = 4_000_000_000
  /// Beside the characters: the margins of a cell, and in the header the button of the filter.
  private static let margin = 2
  /// Columns that are together wider than this many characters fit better on a page that lies on its side.
  private static let portraitWidth = 95

  init(sheet name: String) throws {
    guard isSheetName(name) else { throw WorkbookWritingError(.sheetName(name)) }
    folder = temporaryFolder()
    guard access(folder, W_OK | X_OK) == 0 else {
      throw FileStoreError(cannotWrite: folder, errorNumber: errno)
    }
    file = try MemoryFile(folder: folder)
    let made = withPlainLocale { [folder, file] in
      folder.withCString { folder -> UnsafeMutablePointer<lxw_workbook>? in
        var options = lxw_workbook_options(
          constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
        return workbook_new_opt(file.path, &options)
      }
    }
    guard let made else { throw FileStoreError(cannotWrite: folder, errorNumber: ENOMEM) }
    guard let sheet = workbook_add_worksheet(made, name), sheet.pointee.optimize_tmpfile != nil else {
      let error = FileStoreError(cannotWrite: folder, errorNumber: errno)
      lxw_workbook_free(made)
      throw error
    }
    workbook = made
    self.sheet = sheet
    let header = workbook_add_format(made)
    format_set_bold(header)
    let text = workbook_add_format(made)
    // The format of text: what is typed into the cell later stays text too.
    format_set_num_format_index(text, 49)
    styles = SheetRows.Styles(header: lxw_format_get_xf_index(header), text: lxw_format_get_xf_index(text))
  }

  deinit {
    guard let workbook else { return }
    if let rows = sheet.pointee.optimize_tmpfile { fclose(rows) }
    lxw_workbook_free(workbook)
  }

  func append(_ rows: UnsafeRawBufferPointer) throws(FileStoreError) {
    guard fwrite(rows.baseAddress, 1, rows.count, sheet.pointee.optimize_tmpfile) == rows.count else {
      throw FileStoreError(cannotWrite: folder, errorNumber: errno)
    }
    byteCount += rows.count
  }

  /// - Parameters:
  ///   - rows: their number, the header included.
  ///   - widths: of each column, the characters of its longest cell.
  func finish(rows: Int, widths: [Int], to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let made = workbook else { preconditionFailure("a workbook is finished once") }
    guard fflush(sheet.pointee.optimize_tmpfile) == 0 else {
      throw FileStoreError(cannotWrite: folder, errorNumber: errno)
    }
    let (frame, error) = try withPlainLocale {
      describe(made, rows: rows, widths: widths)
      let frame = try frameSize()
      if frame + byteCount > Self.largestPlainPart { made.pointee.options.use_zip64 = 1 }
      errno = 0
      workbook = nil
      return (frame, workbook_close(made))
    }
    guard error == LXW_NO_ERROR else { throw failure(error) }
    try checkPackage(file.duplicate(), sheetSize: frame + byteCount, folder: folder)
    try file.read(to: sink)
  }

  private func describe(_ workbook: UnsafeMutablePointer<lxw_workbook>, rows: Int, widths: [Int]) {
    var properties = lxw_doc_properties()
    properties.created = Self.created
    workbook_set_properties(workbook, &properties)
    worksheet_activate(sheet)
    let columns = lxw_col_t(widths.count)
    guard rows > 0, columns > 0 else { return }
    (sheet.pointee.dim_rowmin, sheet.pointee.dim_rowmax) = (0, lxw_row_t(rows - 1))
    (sheet.pointee.dim_colmin, sheet.pointee.dim_colmax) = (0, columns - 1)
    let shown = widths.map {
      min(max($0 + Self.margin, Self.widthRange.lowerBound), Self.widthRange.upperBound)
    }
    for (column, width) in shown.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows - 1), columns - 1)
    worksheet_repeat_rows(sheet, 0, 0)
    // A4, one page wide, as many high as it takes.
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    if shown.reduce(0, +) > Self.portraitWidth { worksheet_set_landscape(sheet) }
    // Identifiers of digits alone are meant.
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(columnName(widths.count - 1))\(rows)")
  }

  /// The bytes of the sheet that are not rows, from the library itself.
  private func frameSize() throws(FileStoreError) -> Int {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    let rows = sheet.pointee.optimize_tmpfile
    guard let none = tmpfile(), let memory = open_memstream(&text, &size) else {
      throw FileStoreError(cannotWrite: folder, errorNumber: errno)
    }
    (sheet.pointee.file, sheet.pointee.optimize_tmpfile) = (memory, none)
    // It closes the file of the rows.
    lxw_worksheet_assemble_xml_file(sheet)
    (sheet.pointee.file, sheet.pointee.optimize_tmpfile) = (nil, rows)
    fclose(memory)
    free(text)
    return size
  }

  private func failure(_ error: lxw_error) -> any Error {
    let number = errno
    return switch error {
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE, LXW_ERROR_CREATING_XLSX_FILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      FileStoreError(cannotWrite: folder, errorNumber: number == 0 ? EIO : number)
    case LXW_ERROR_MEMORY_MALLOC_FAILED: FileStoreError(cannotWrite: folder, errorNumber: ENOMEM)
    default: WorkbookWritingError(.library(String(cString: lxw_strerror(error))))
    }
  }
}

private func isSheetName(_ name: String) -> Bool {
  let length = name.utf16.count
  return 1...SheetLimits.nameLength ~= length && !name.contains { "[]:*?/\\\0".contains($0) }
    && name.first != "'" && name.last != "'"
}

/// Where temporary files go.
private func temporaryFolder() -> String {
  getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
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

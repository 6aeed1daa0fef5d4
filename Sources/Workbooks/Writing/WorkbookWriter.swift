internal import CXLSXWriter
internal import CZip
public import DelimitedText
import FileStore
import Glibc
public import Parallelism

/// Writes a table as a workbook of one sheet.
///
/// Text stays text whatever it looks like, numbers are the decimals that were printed. The header is bold, stays in
/// view, has a filter and is printed on each page; columns are as wide as what is in them, within bounds. The same
/// cells make the same bytes.
///
/// ```swift
/// let writer = try WorkbookWriter(sheet: "draw")
/// try SeedTable("a seed").write(.cells, workers: .one) { try writer.append($0) }
/// var bytes: [UInt8] = []
/// try writer.finish { bytes += $0 }
/// ```
///
/// Memory: a few rows, whatever their number, and the compressed file. The sheet itself is in temporary files
/// without a name, in the folder that `TMPDIR` names or `/tmp`, three times the size of the table as CSV or more.
public final class WorkbookWriter {
  private let package: WorkbookPackage
  private var rows: SheetRows

  /// - Parameter sheet: the name of the sheet.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite` where no temporary file can be made.
  public init(sheet: String) throws {
    package = try WorkbookPackage(sheet: sheet)
    rows = SheetRows(styles: package.styles)
  }

  /// Adds rows; the first one is the header.
  ///
  /// - Parameter cells: whole rows, in the form of `TableFormat.cells`.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite`, for instance on a full disk.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public func append(_ cells: UnsafeRawBufferPointer) throws {
    try rows.withXML(of: cells) { try package.append($0) }
  }

  /// Completes the workbook and hands out its bytes. A writer is finished once.
  ///
  /// - Parameter sink: receives the bytes in order.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite`; what `sink` throws.
  /// - Complexity: O(*n*), *n* = the number of bytes of the sheet, which are compressed by one thread.
  public func finish(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try package.finish(rows: rows.count, widths: rows.widths, to: sink)
  }
}

extension WritableTable {
  /// Writes the table to a workbook, which appears whole or not at all: until the last byte is on the disk, a file that
  /// is there already stays as it is.
  ///
  /// - Parameters:
  ///   - path: a file, which is replaced and keeps its permissions; its folder must exist.
  ///   - sheet: the name of the sheet: up to 31 characters, none of `[ ] : * ? / \`.
  ///   - workers: the threads that format the rows. The bytes are the same for any number of them.
  /// - Throws: ``WorkbookWritingError`` for a table that no workbook can hold; `FileStoreError` with `cannotWrite`;
  ///   `CancellationError` where the task is cancelled. No file is left behind.
  public func write(toWorkbook path: String, sheet: String, workers: Workers = Workers()) throws {
    try Task.checkCancellation()
    let file = try OutputFile(path: path)
    let writer = try WorkbookWriter(sheet: sheet)
    try write(.cells, workers: workers) { try writer.append($0) }
    try Task.checkCancellation()
    try writer.finish { try file.write($0) }
    try file.settle()
    try Task.checkCancellation()
    try file.publish()
  }
}

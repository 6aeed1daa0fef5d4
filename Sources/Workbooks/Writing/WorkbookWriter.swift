public import DelimitedText
import FileStore
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
/// Memory: a few thousand rows for each thread, however long the table. The compressed rows are in a temporary file without
/// a name, in the folder that `TMPDIR` names or `/tmp`, until all of them are there.
public final class WorkbookWriter {
  private let sheet: String
  private let rows: SheetParts

  /// - Parameters:
  ///   - sheet: the name of the sheet.
  ///   - workers: the threads that compress the rows. The bytes are the same for any number of them.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite` where no temporary file can be made.
  public init(sheet: String, workers: Workers = Workers()) throws {
    guard isSheetName(sheet) else { throw WorkbookWritingError(.sheetName(sheet)) }
    self.sheet = sheet
    rows = try SheetParts(workers: workers)
  }

  /// Adds rows; the first one is the header.
  ///
  /// The pieces of a table that `WritableTable` hands out make the same bytes each time; other pieces of the same cells
  /// are compressed to other bytes.
  ///
  /// - Parameter cells: whole rows, in the form of `TableFormat.cells`.
  /// - Throws: ``WorkbookWritingError`` or `FileStoreError` with `cannotWrite`, for these cells or earlier ones.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public func append(_ cells: UnsafeRawBufferPointer) throws { try rows.append(cells) }

  /// Completes the workbook and hands out its bytes. A writer is finished once.
  ///
  /// - Parameter sink: receives the bytes in order.
  /// - Throws: ``WorkbookWritingError``; `FileStoreError` with `cannotWrite`; what `sink` throws.
  public func finish(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let (parts, widths, rowCount) = try rows.finish()
    precondition(!widths.isEmpty, "a table has a header")
    let frame = try WorkbookFrame(sheet: sheet, rows: rowCount, widths: widths)
    let sheet =
      [DeflatedPart(frame.opening, isLast: false)] + parts + [DeflatedPart(frame.ending, isLast: true)]
    try withoutActuallyEscaping(sink) { sink in
      var package = ZipPackage(to: sink)
      for (name, text) in frame.parts {
        try package.append(
          name == WorkbookFrame.sheetPart ? sheet : [DeflatedPart(text, isLast: true)], name: name)
      }
      try package.finish()
    }
  }
}

extension WritableTable {
  /// Writes the table to a workbook, which appears whole or not at all: until the last byte is on the disk, a file that
  /// is there already stays as it is.
  ///
  /// - Parameters:
  ///   - path: a file, which is replaced and keeps its permissions; its folder must exist.
  ///   - sheet: the name of the sheet: up to 31 characters, none of `[ ] : * ? / \`.
  ///   - workers: the threads that make and compress the rows. The bytes are the same for any number of them.
  /// - Throws: ``WorkbookWritingError`` for a table that no workbook can hold; `FileStoreError` with `cannotWrite`;
  ///   `CancellationError` where the task is cancelled. No file is left behind.
  public func write(toWorkbook path: String, sheet: String, workers: Workers = Workers()) throws {
    try Task.checkCancellation()
    let writer = try WorkbookWriter(sheet: sheet, workers: workers)
    let file = try OutputFile(path: path)
    try write(.cells, workers: workers) { try writer.append($0) }
    try Task.checkCancellation()
    try writer.finish { try file.write($0) }
    try file.settle()
    try Task.checkCancellation()
    try file.publish()
  }
}

private func isSheetName(_ name: String) -> Bool {
  1...SheetLimits.nameLength ~= name.utf16.count && !name.contains { "[]:*?/\\\0".contains($0) }
    && name.first != "'" && name.last != "'"
}

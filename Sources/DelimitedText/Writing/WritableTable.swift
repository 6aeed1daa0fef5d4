import FileStore
public import Parallelism

/// A table that can be written: to a file, as text in memory, or piece by piece to wherever its bytes should go.
///
/// ```swift
/// let text = try SeedTable("a seed").text(.json)
/// ```
public protocol WritableTable {
  /// Writes the table piece by piece.
  ///
  /// - Parameters:
  ///   - format: CSV, CSV for a French spreadsheet, or JSON.
  ///   - workers: the threads that format the rows. The bytes are the same for any number of them.
  ///   - sink: receives the bytes in the table's order, one call at a time, not always on the calling thread.
  /// - Throws: what `sink` throws; `CancellationError` where the task is cancelled.
  func write(
    _ format: TableFormat, workers: Workers, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws
}

extension WritableTable {
  /// Writes the table to a file, which appears whole or not at all: until the last byte is on the disk, a file that is
  /// there already stays as it is.
  ///
  /// - Parameters:
  ///   - path: a file, which is replaced and keeps its permissions; its folder must exist.
  ///   - format: CSV, CSV for a French spreadsheet, or JSON.
  ///   - workers: the threads that format the rows.
  /// - Throws: `FileStoreError` with `cannotWrite`; `CancellationError` where the task is cancelled, which leaves no
  ///   file behind.
  public func write(to path: String, format: TableFormat = .csv, workers: Workers = Workers()) throws {
    try Task.checkCancellation()
    let file = try OutputFile(path: path)
    try write(format, workers: workers) { try file.write($0) }
    try file.settle()
    try Task.checkCancellation()
    try file.publish()
  }

  /// The whole table as text.
  ///
  /// - Parameters:
  ///   - format: CSV, CSV for a French spreadsheet, or JSON.
  ///   - workers: the threads that format the rows.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func text(_ format: TableFormat = .csv, workers: Workers = Workers()) throws -> String {
    var bytes: [UInt8] = []
    try write(format, workers: workers) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

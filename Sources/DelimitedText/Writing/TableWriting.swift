import Dispatch
public import Parallelism
import Synchronization

/// Writes a table whose rows are formatted by all workers and leave in order.
///
/// - Parameters:
///   - rows: how many.
///   - sink: receives the bytes in the table's order, one call at a time.
///   - format: writes the rows of a range.
/// - Throws: what `sink` throws; nothing more is then formatted.
/// - Complexity: O(*n*), *n* = the number of bytes. Memory: a few pieces a worker, however long the table.
public func writeTable(
  _ tableFormat: TableFormat, columns: [String], rows: Int, workers: Workers = Workers(),
  to sink: (UnsafeRawBufferPointer) throws -> Void, _ format: (inout TableText, Range<Int>) -> Void
) throws {
  var frame = TableText(tableFormat, columns: columns)
  frame.writeHead()
  try frame.withUnsafeBytes(sink)
  try writeRows(tableFormat, columns: columns, rows: rows, workers: workers, to: sink, format)
  frame.removeRows()
  frame.writeTail()
  try frame.withUnsafeBytes(sink)
}

private func writeRows(
  _ tableFormat: TableFormat, columns: [String], rows: Int, workers: Workers,
  to sink: (UnsafeRawBufferPointer) throws -> Void,
  _ format: (inout TableText, Range<Int>) -> Void
) throws {
  let rowsPerPart = 1 << 13
  let parts = (rows + rowsPerPart - 1) / rowsPerPart
  // Part p may write once part p − 1 has; parts are taken in order, so the one waited for is under way.
  let turns = (0..<parts).map { _ in DispatchSemaphore(value: 0) }
  let failure = Mutex<(any Error)?>(nil)
  let idle = Mutex<[Piece]>([])
  workers.perform(parts: parts) { part in
    let isStopped = failure.withLock { $0 != nil }
    let piece = idle.withLock { $0.popLast() } ?? Piece(tableFormat, columns: columns)
    defer { idle.withLock { $0.append(piece) } }
    piece.text.removeRows(nextIsFirst: part == 0)
    if !isStopped { format(&piece.text, part * rowsPerPart..<min(rows, (part + 1) * rowsPerPart)) }
    if part > 0 { turns[part - 1].wait() }
    defer { turns[part].signal() }
    guard failure.withLock({ $0 == nil }) else { return }
    do {
      try piece.text.withUnsafeBytes(sink)
    } catch {
      failure.withLock { $0 = error }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
}

/// Memory that one part after the other is formatted in.
private final class Piece: @unchecked Sendable {  // In the hands of one part at a time.
  var text: TableText

  init(_ format: TableFormat, columns: [String]) { text = TableText(format, columns: columns) }
}

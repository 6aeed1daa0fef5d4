import Dispatch
package import Parallelism
import Synchronization

/// Writes a table whose rows are formatted by all workers and leave in order.
///
/// - Parameters:
///   - rows: how many.
///   - sink: receives the bytes in the table's order, one call at a time.
///   - format: writes the rows of a range.
/// - Throws: what `sink` throws, `CancellationError` where the task is cancelled; nothing more is then formatted.
/// - Complexity: O(*n*), *n* = the number of bytes. Memory: a few thousand rows a worker, however long the table.
package func writeTable(
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

/// Rows formatted between two calls of the sink: half a megabyte of text, which stays in a processor's cache.
private let rowsPerPart = 1 << 13

private func writeRows(
  _ tableFormat: TableFormat, columns: [String], rows: Int, workers: Workers,
  to sink: (UnsafeRawBufferPointer) throws -> Void,
  _ format: (inout TableText, Range<Int>) -> Void
) throws {
  let parts = (rows + rowsPerPart - 1) / rowsPerPart
  // Part p may write once part p − 1 has; parts are taken in order, so the one waited for is under way.
  let turns = (0..<parts).map { _ in DispatchSemaphore(value: 0) }
  let idle = Mutex<[ReusableText]>([])
  // Each part has its turn, also where nothing is written any more.
  let failure = Mutex<(any Error)?>(nil)
  CallingTask.withCurrent { task in
    workers.perform(parts: parts) { part in
      let isStopped = task.isCancelled || failure.withLock { $0 != nil }
      let formatted = idle.withLock { $0.popLast() } ?? ReusableText(tableFormat, columns: columns)
      defer { idle.withLock { $0.append(formatted) } }
      formatted.text.removeRows(nextIsFirst: part == 0)
      if !isStopped { format(&formatted.text, part * rowsPerPart..<min(rows, (part + 1) * rowsPerPart)) }
      if part > 0 { turns[part - 1].wait() }
      defer { turns[part].signal() }
      guard failure.withLock({ $0 == nil }) else { return }
      do {
        try task.checkCancellation()
        try formatted.text.withUnsafeBytes(sink)
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
}

/// Memory that one part after the other is formatted in.
private final class ReusableText: @unchecked Sendable {  // In the hands of one part at a time.
  var text: TableText

  init(_ format: TableFormat, columns: [String]) { text = TableText(format, columns: columns) }
}

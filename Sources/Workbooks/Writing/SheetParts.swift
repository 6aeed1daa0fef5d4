import DelimitedText
import Dispatch
import FileStore
import Parallelism
import Synchronization

/// The rows of a sheet, made and deflated by several threads, a piece of the table each. They wait for each other in a
/// temporary file.
final class SheetParts: Sendable {
  /// What is known of the rows so far.
  private struct State {
    /// By number; nil while under way.
    var parts: [DeflatedPart?] = []
    var widths: [Int] = []
    var rowCount = 0
    /// Pieces in the hands of other threads.
    var underWay = 0
    /// With the number of its piece: the first one counts, whichever is found first.
    var failure: (piece: Int, error: any Error)?
  }

  private let state = Mutex(State())
  private let workers: Workers
  private let file: TemporaryFile
  private let underWay = DispatchGroup()

  /// - Throws: `FileStoreError` with `cannotWrite`.
  init(workers: Workers) throws(FileStoreError) {
    self.workers = workers
    file = try TemporaryFile()
  }

  /// - Parameter cells: whole rows; the first one is the header.
  /// - Throws: ``WorkbookWritingError`` for these cells, or earlier ones; `FileStoreError` with `cannotWrite`.
  func append(_ cells: UnsafeRawBufferPointer) throws {
    guard !cells.isEmpty else { return }
    precondition(cells[cells.count - 1] == CellMark.rowEnd, "rows that are not whole")
    try checkFailure()
    let count = cells.count { $0 == CellMark.rowEnd }
    let (piece, firstRow, isFirst) = state.withLock { state in
      let firstRow = state.rowCount
      state.rowCount += count
      if firstRow == 0 { state.widths = Array(repeating: 0, count: columnCount(cells)) }
      state.parts.append(nil)
      return (state.parts.count - 1, firstRow, firstRow == 0)
    }
    guard firstRow + count <= SheetLimits.rows else { throw fail(.tooManyRows) }
    if isFirst, columnCount(cells) > SheetLimits.columns { throw fail(.tooManyColumns) }
    // The calling thread is one of the workers: it never waits for the others, who may be waiting for it.
    let isTaken = state.withLock { state in
      guard state.underWay < workers.count - 1 else { return false }
      state.underWay += 1
      return true
    }
    guard isTaken else { return make(piece, cells, firstRow: firstRow) }
    let copy = Array(cells)
    DispatchQueue.global(qos: .userInitiated).async(group: underWay) {
      copy.withUnsafeBytes { self.make(piece, $0, firstRow: firstRow) }
      self.state.withLock { $0.underWay -= 1 }
    }
  }

  /// Waits for all rows.
  func finish() throws -> (parts: [DeflatedPart], widths: [Int], rowCount: Int) {
    underWay.wait()
    try checkFailure()
    return state.withLock { ($0.parts.compactMap(\.self), $0.widths, $0.rowCount) }
  }

  private func make(_ piece: Int, _ cells: UnsafeRawBufferPointer, firstRow: Int) {
    let columns = state.withLock { $0.failure == nil ? $0.widths.count : nil }
    guard let columns else { return }
    do {
      var rows = SheetRows(below: firstRow, columns: columns)
      var deflater = Deflater()
      try rows.append(cells) { deflater.append($0) }
      let (part, widths) = (try deflater.finish(isLast: false).moved(to: file), rows.widths)
      state.withLock { state in
        state.parts[piece] = part
        for (column, width) in widths.enumerated() where width > state.widths[column] {
          state.widths[column] = width
        }
      }
    } catch {
      state.withLock { state in
        if state.failure.map({ piece < $0.piece }) ?? true { state.failure = (piece, error) }
      }
    }
  }

  private func fail(_ code: WorkbookWritingError.Code) -> any Error {
    underWay.wait()
    return state.withLock { $0.failure?.error } ?? WorkbookWritingError(code)
  }

  private func checkFailure() throws {
    guard state.withLock({ $0.failure != nil }) else { return }
    // An earlier piece may still find something.
    underWay.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure.error }
  }
}

/// The cells of the first row.
private func columnCount(_ cells: UnsafeRawBufferPointer) -> Int {
  cells.prefix { $0 != CellMark.rowEnd }.count { $0 >= CellMark.text }
}

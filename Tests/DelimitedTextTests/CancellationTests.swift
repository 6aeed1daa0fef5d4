import DelimitedText
import FileStore
import Foundation
import Parallelism
import Synchronization
import TestSupport
import Testing

struct CancellationTests {
  private static let rows = 300_000
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  /// Runs `body` in a task and gives it the means to cancel that.
  private func inTask(_ body: @escaping @Sendable (_ cancel: @escaping @Sendable () -> Void) throws -> Void)
    async
    -> Result<Void, any Error>
  {
    let task = Mutex<Task<Void, any Error>?>(nil)
    let (handed, hand) = AsyncStream<Void>.makeStream()
    let running = Task.detached {
      for await _ in handed { break }
      try body { task.withLock { $0?.cancel() } }
    }
    task.withLock { $0 = running }
    hand.yield()
    return await running.result
  }

  private static func read(_ source: SourceText) throws -> Int {
    try DelimitedTable(source, columns: [ColumnSpecification("n", .identifier)]).rowCount
  }

  @Test(arguments: [1, 4])
  func `a task cancelled while a table is written ends, and leaves no file`(threads: Int) async {
    let folder = path("f")
    let pieces = Mutex(0)
    let result = await inTask { cancel in
      let table = CountingTable(rows: Self.rows) {
        let count = pieces.withLock { count in
          count += 1
          return count
        }
        if count == 3 { cancel() }
      }
      try table.write(to: folder, workers: Workers(count: threads))
    }
    #expect(throws: CancellationError.self) { try result.get() }
    #expect(pieces.withLock { $0 } == 3, "nothing is written after the task was cancelled")
    #expect(self.folder.names.isEmpty)
  }

  @Test(arguments: [1, 4])
  func `a task cancelled while a table is read ends after the pieces under way`(threads: Int) async {
    let text = "n,x\n" + (0..<Self.rows).map { "\($0),some text\n" }.joined()
    let pieces = Mutex(0)
    let result = await inTask { cancel in
      var text = text
      try text.withUTF8 { bytes in
        _ = try SourceText.withText(
          UnsafeRawBufferPointer(bytes), file: "f", workers: Workers(count: threads),
          release: { _ in
            pieces.withLock { $0 += 1 }
            cancel()
          }, Self.read)
      }
    }
    #expect(throws: CancellationError.self) { try result.get() }
    #expect(1...threads ~= pieces.withLock { $0 })
  }

  /// Runs `body` in a task that is cancelled after a while, from a thread that no task keeps from running.
  ///
  /// - Returns: how long `body` then took to end, and how it ended.
  private func ending(
    cancelledAfter delay: DispatchTimeInterval, _ body: @escaping @Sendable () throws -> Void
  ) async -> (spent: Duration, result: Result<Void, any Error>) {
    let moments = Mutex<
      (begun: ContinuousClock.Instant, cancelled: ContinuousClock.Instant, ended: ContinuousClock.Instant)
    >(
      (.now, .now, .now))
    let task = Task.detached {
      // The task may begin late, and whoever waits for it may be told late: other tests keep the threads busy.
      moments.withLock { $0.begun = .now }
      defer { moments.withLock { $0.ended = .now } }
      try body()
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + delay) {
      moments.withLock { $0.cancelled = .now }
      task.cancel()
    }
    let result = await task.result
    return moments.withLock { (max($0.begun, $0.cancelled).duration(to: $0.ended), result) }
  }

  @Test func `a task cancelled while it waits for a pipe ends`() async throws {
    let path = path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Somebody who might write keeps the pipe open.
    let writer = open(path, O_RDWR)
    defer { close(writer) }
    let (_, result) = await ending(cancelledAfter: .milliseconds(50)) {
      _ = try SourceText.withContents(of: path, Self.read)
    }
    #expect(throws: CancellationError.self) { try result.get() }
  }

  @Test(arguments: [0, 20, 60])
  func `a task cancelled on the way ends a reading or a writing within a second`(delay: Int) async throws {
    let path = path("f")
    try CountingTable(rows: Self.rows) {}.write(to: path)
    let (spent, result) = await ending(cancelledAfter: .milliseconds(delay)) {
      while true {
        let rows = try SourceText.withContents(of: path, Self.read)
        try CountingTable(rows: rows) {}.write(to: path + ".copy")
      }
    }
    #expect(throws: CancellationError.self) { try result.get() }
    // A machine that runs other tests may take its time.
    #expect(spent < .seconds(5))
    #expect(folder.names.allSatisfy { ["f", "f.copy"].contains($0) })
  }

  @Test func `a task that was cancelled opens nothing`() async {
    let path = path("f")
    let result = await inTask { cancel in
      cancel()
      try CountingTable(rows: 1) {}.write(to: path)
    }
    #expect(throws: CancellationError.self) { try result.get() }
    #expect(folder.names.isEmpty)
  }
}

/// A table that tells when it hands out bytes.
private struct CountingTable: WritableTable {
  let rows: Int
  let told: @Sendable () -> Void

  init(rows: Int, told: @escaping @Sendable () -> Void) {
    self.rows = rows
    self.told = told
  }

  func write(
    _ format: TableFormat, workers: Workers, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try writeTable(format, columns: ["n"], rows: rows, workers: workers) { bytes in
      told()
      try sink(bytes)
    } _: { text, rows in
      for row in rows {
        text.integer(row)
        text.endRow()
      }
    }
  }
}

import Parallelism
import Synchronization
import Testing

struct WorkersTests {
  private struct Failure: Error, Equatable {
    let part: Int
  }

  @Test(arguments: [1, 3])
  func `of several parts that fail, the first is reported, and no part begins after it`(threads: Int) {
    let begun = Mutex(Set<Int>())
    #expect(throws: Failure(part: 5)) {
      try Workers(count: threads).performUnlessCancelled(parts: 1_000) { part, _ in
        begun.withLock { _ = $0.insert(part) }
        if part >= 5 { throw Failure(part: part) }
      }
    }
    #expect(begun.withLock { $0.isSuperset(of: 0...5) && $0.count <= 5 + threads })
  }

  @Test(arguments: [1, 3])
  func `results come in the order of the parts`(threads: Int) throws {
    let workers = Workers(count: threads)
    #expect(workers.map(parts: 100) { "\($0)" } == (0..<100).map(String.init))
    #expect(try workers.mapUnlessCancelled(parts: 100) { part, _ in part } == Array(0..<100))
    #expect(workers.map(parts: 0) { $0 }.isEmpty)
  }

  @Test func `outside of a task nothing is ever cancelled`() throws {
    try Workers(count: 2).performUnlessCancelled(parts: 3) { _, task in #expect(!task.isCancelled) }
  }
}

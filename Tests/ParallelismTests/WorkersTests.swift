import Parallelism
import Synchronization
import Testing

struct WorkersTests {
  @Test(arguments: [0, 1, 2, 7, 100], [1, 2, 3, 16])
  func `each part is worked on once, by no more threads than there may be`(parts: Int, threads: Int) {
    let seen = Mutex([Int](repeating: 0, count: parts))
    let running = Mutex((now: 0, most: 0))
    Workers(count: threads).perform(parts: parts) { part in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      seen.withLock { $0[part] += 1 }
      running.withLock { $0.now -= 1 }
    }
    #expect(seen.withLock { $0.allSatisfy { $0 == 1 } })
    #expect(running.withLock { $0.most <= threads })
  }

  @Test(arguments: [0, 1, 9, 10, 1_000, 1_001], [1, 2, 5])
  func `ranges cover all rows in order, none shorter than the minimum unless there are too few`(
    total: Int, threads: Int
  ) {
    let ranges = Workers(count: threads).ranges(of: total, minimum: 10)
    #expect(ranges.flatMap(Array.init) == Array(0..<total))
    #expect(ranges.allSatisfy { $0.count >= min(10, total) })
    #expect(ranges.count <= 4 * threads)
    let sizes = ranges.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test func `there is at least one thread, whatever is asked for`() {
    #expect(Workers(count: 0).count == 1 && Workers(count: -3).count == 1)
    #expect(Workers().count >= 1 && Workers.one.count == 1)
    // A minimum of 0 is one of 1.
    #expect(Workers(count: 2).ranges(of: 3, minimum: 0).count == 3)
  }
}

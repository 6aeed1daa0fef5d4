import ArgumentParser
import Dispatch
import Palmares

/// What memory allows: passes that only read and write as many bytes a row, through memory in use before, from the first
/// to the last byte, shared by the workers.
struct StreamTimes: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stream")

  /// The bytes that a pass reads of a row, and those that it writes of them.
  struct Pass: ExpressibleByArgument {
    let read: Int
    let written: Int

    init?(argument: String) {
      let numbers = argument.split(separator: ":").compactMap { Int($0) }
      guard numbers.count == 2, 0...numbers[0] ~= numbers[1] else { return nil }
      (read, written) = (numbers[0], numbers[1])
    }
  }

  @Option(help: "How many rows.")
  var rows: Int

  @Option(
    parsing: .upToNextOption,
    help: "The bytes of a row that each pass reads, and how many of them it writes elsewhere, as in 22:16.")
  var passes: [Pass]

  @OptionGroup var options: RunOptions

  func run() throws {
    let from = words(passes.map(\.read).max() ?? 0)
    let to = words(passes.map(\.written).max() ?? 0)
    defer {
      from.deallocate()
      to.deallocate()
    }
    var timing = Timing()
    let sum = timing.time(runs: options.runs) {
      passes.reduce(UInt64(0)) { $0 &+ stream($1, from, to) }
    }
    precondition(sum != 1)
    timing.report("bytes", rows * passes.reduce(0) { $0 + $1.read + $1.written })
  }

  private func words(_ bytes: Int) -> UnsafeMutableBufferPointer<UInt64> {
    let words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: rows * bytes / 8)
    words.initialize(repeating: 0)
    return words
  }

  /// Equal ranges, one for each thread.
  private func ranges(of total: Int) -> [Range<Int>] {
    let parts = options.workers.count
    return (0..<parts).map { total * $0 / parts..<total * ($0 + 1) / parts }
  }

  /// - Returns: the sum of what was read and not written, which keeps it from being left out.
  private func stream(
    _ pass: Pass, _ from: UnsafeMutableBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>
  ) -> UInt64 {
    let (copied, read) = (rows * pass.written / 8, rows * pass.read / 8)
    let copies = ranges(of: copied)
    let reads = ranges(of: read - copied)
    var sums = [UInt64](repeating: 0, count: reads.count)
    sums.withUnsafeMutableBufferPointer { sums in
      // Each part writes places of its own.
      nonisolated(unsafe) let (from, to, sums) = (from, to, sums)
      DispatchQueue.concurrentPerform(iterations: copies.count) { part in
        _ = UnsafeMutableBufferPointer(rebasing: to[copies[part]])
          .update(fromContentsOf: UnsafeMutableBufferPointer(rebasing: from[copies[part]]))
      }
      DispatchQueue.concurrentPerform(iterations: reads.count) { part in
        var sum: UInt64 = 0
        for index in reads[part] { sum &+= from[copied + index] }
        sums[part] = sum
      }
    }
    return sums.reduce(0, &+)
  }
}

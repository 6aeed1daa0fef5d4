import ArgumentParser
import Palmares

/// Times what `Benchmarks/compare` compares in memory, on data that has been read before.
///
/// Each command prints one JSON object: the seconds of each run after the first, and the most memory held meanwhile.
@main
struct InMemory: ParsableCommand {
  static let configuration = CommandConfiguration(subcommands: [
    RankTimes.self, CallOrderTimes.self, MentionTimes.self, StreamTimes.self,
  ])
}

struct RunOptions: ParsableArguments {
  @Option(help: "Runs to time, after one that is not.")
  var runs: Int

  @Option(help: "Threads to use. Default: one per processor.")
  var threads: Int?

  var workers: Workers { Workers(count: threads) }

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs must be at least 1.") }
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }
}

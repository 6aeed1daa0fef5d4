import ArgumentParser
import Palmares

/// Times mentions alone, from marks that are in memory already.
///
/// The marks file holds 32-bit integers, ten-thousandths of a mark each. Prints one JSON object: the seconds
/// of each run; writes the mentions, a byte each, the best 0.
@main
struct GradesBenchmark: ParsableCommand {
  @Option(help: ArgumentHelp("The marks, as 32-bit integers.", valueName: "file"))
  var marks: String

  @Option(help: ArgumentHelp("Where the mentions go, a byte each.", valueName: "file"))
  var mentions: String

  @Option(help: "Runs to time, after one that is not.")
  var runs: Int

  @Option(help: "Threads to use. Default: one per processor.")
  var threads: Int?

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs must be at least 1.") }
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }

  func run() throws {
    let workers = Workers(count: threads)
    let column = MarkColumn(
      try InputFile(path: marks, workers: workers).withUnsafeBytes { bytes in
        bytes.bindMemory(to: Int32.self).map { OptionalMark(uncheckedUnits: $0) }
      })
    var given: [Mention] = []
    var seconds: [Double] = []
    for run in 0...runs {
      let elapsed = ContinuousClock().measure {
        let summary = CohortSummary(column, workers: workers)
        let cuts = MentionCuts(.standard, count: summary.count)
        given = MentionPlacement(summary, cuts: cuts, ties: .up).mentions(column, workers: workers)
      }
      if run > 0 { seconds.append(elapsed / .seconds(1)) }
    }
    let output = try OutputFile(path: mentions)
    try given.map(\.rawValue).withUnsafeBytes { try output.write($0) }
    try output.publish()
    print("{\"marks\": \(column.count), \"threads\": \(workers.count), \"seconds\": \(seconds)}")
  }
}

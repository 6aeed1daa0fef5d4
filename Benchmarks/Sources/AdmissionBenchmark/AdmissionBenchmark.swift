import ArgumentParser
import Palmares

/// Times the making of the admissibility list alone, from candidates and notes that are in memory already.
///
/// Prints one JSON object: the seconds of each run, and how many candidates were admissible.
@main
struct AdmissionBenchmark: ParsableCommand {
  @Option(help: ArgumentHelp("The candidates file.", valueName: "file"))
  var candidates: String

  @Option(help: ArgumentHelp("The marks and their coefficients, in YAML.", valueName: "file"))
  var scheme: String

  @Option(help: "The barre générale, 0 to 20.", transform: mark)
  var generalBar: Mark

  @Option(help: "The barre scientifique, 0 to 20.", transform: mark)
  var scienceBar: Mark

  @Option(help: "The seed of the draw.", transform: drawSeed)
  var seed: DrawSeed

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
    let (candidates, notes) = try scored(workers)
    var admissible = 0
    var seconds: [Double] = []
    for run in 0...runs {
      let elapsed = ContinuousClock().measure {
        let list = AdmissibilityList(
          candidates, notes: notes, generalBar: generalBar, scienceBar: scienceBar, draw: Draw(seed: seed),
          workers: workers)
        admissible = list.count
      }
      if run > 0 { seconds.append(elapsed / .seconds(1)) }
    }
    print(
      """
      {"candidates": \(candidates.count), "admissible": \(admissible), "threads": \(workers.count), \
      "seconds": \(seconds)}
      """)
  }

  /// Reads the candidates and computes their notes, which is not timed.
  private func scored(_ workers: Workers) throws -> (Candidates, Notes) {
    let rules = try InputFile(path: scheme, workers: workers).withUnsafeBytes { bytes in
      try AdmissionScheme(yaml: bytes, file: scheme)
    }
    let file = try InputFile(path: candidates, workers: workers).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: candidates, workers: workers) {
        try CandidatesFile($0, scheme: rules)
      }
    }
    return (file.candidates, try file.notes(workers: workers))
  }
}

private func mark(_ argument: String) throws -> Mark {
  guard let mark = Mark(try FixedDecimal(parsing: argument)) else {
    throw ValidationError("\(argument) is not a mark from 0 to 20.")
  }
  return mark
}

private func drawSeed(_ argument: String) throws -> DrawSeed {
  guard let seed = DrawSeed(argument) else { throw ValidationError("The seed is empty.") }
  return seed
}

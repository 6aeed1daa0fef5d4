import ArgumentParser
import Palmares

/// Times the making of the admissibility list alone, from candidates and notes that are in memory already, and of
/// the call order of that list.
///
/// Prints one JSON object: the seconds of each run, and how many candidates were admissible. The call order is
/// timed from the ranked rows on, with what of the candidates' files it needs; the check of its properties apart.
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

  @Option(help: "The least shares of boursiers and of the secteur in the call order, whole percent.")
  var quotas: [Int] = [20, 30]

  func validate() throws {
    guard quotas.count == 2, quotas.allSatisfy({ CallQuota(percent: $0) != nil }) else {
      throw ValidationError("--quotas takes two whole percentages, 0 to 100.")
    }
    guard runs > 0 else { throw ValidationError("--runs must be at least 1.") }
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }

  func run() throws {
    let workers = Workers(count: threads)
    let (candidates, notes) = try scored(workers)
    var admissible = 0
    var seconds: [Double] = []
    var orders: [Double] = []
    var checks: [Double] = []
    let boursiers = CallQuota(percent: quotas[0]) ?? .none
    let secteur = CallQuota(percent: quotas[1]) ?? .none
    for run in 0...runs {
      var ranked: AdmissibilityList?
      let elapsed = ContinuousClock().measure {
        let list = AdmissibilityList(
          candidates, notes: notes, generalBar: generalBar, scienceBar: scienceBar, draw: Draw(seed: seed),
          workers: workers)
        admissible = list.count
        ranked = list
      }
      guard let ranked else { continue }
      var called: (order: CallOrder, ranking: FinalRanking)?
      let ordering = ContinuousClock().measure {
        let ranking = FinalRanking(ranked, candidates, workers: workers)
        called = (CallOrder(ranking, boursierMinimum: boursiers, secteurMinimum: secteur), ranking)
      }
      let checking = ContinuousClock().measure {
        if let called, let violation = called.order.violation(in: called.ranking) {
          fatalError("\(violation)")
        }
      }
      guard run > 0 else { continue }
      seconds.append(elapsed / .seconds(1))
      orders.append(ordering / .seconds(1))
      checks.append(checking / .seconds(1))
    }
    print(
      """
      {"candidates": \(candidates.count), "admissible": \(admissible), "threads": \(workers.count), \
      "seconds": \(seconds), "call_order": \(orders), "verification": \(checks)}
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

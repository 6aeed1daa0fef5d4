import ArgumentParser
import Palmares

struct SessionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The candidates file.", valueName: "file"))
  var candidates: String

  @Option(help: ArgumentHelp("The marks and their coefficients, in YAML.", valueName: "file"))
  var scheme: String

  @Option(help: "The barre générale, 0 to 20.", transform: mark)
  var generalBarre: Mark

  @Option(help: "The barre scientifique, 0 to 20.", transform: mark)
  var scientificBarre: Mark

  @Option(help: "The seed of the draw.", transform: drawSeed)
  var seed: DrawSeed

  /// Reads the candidates.
  ///
  /// - Returns: the making of their list.
  func read(_ workers: Workers) throws -> () -> AdmissibilityList {
    let candidates = try Candidates(
      contentsOf: candidates, scheme: AdmissionScheme(contentsOf: scheme), workers: workers)
    let scores = Scores(of: candidates, workers: workers)
    return {
      AdmissibilityList(
        scores, generalBarre: generalBarre, scientificBarre: scientificBarre, draw: Draw(seed: seed),
        workers: workers)
    }
  }
}

/// The admissibility list, from scores.
struct RankTimes: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rank")

  @OptionGroup var session: SessionOptions
  @OptionGroup var options: RunOptions

  func run() throws {
    let list = try session.read(options.workers)
    var timing = Timing()
    let admissible = timing.time(runs: options.runs) { list().count }
    timing.report("admissible", admissible)
  }
}

/// The call order, from the ranked rows; or the check of its properties alone.
struct CallOrderTimes: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "call-order")

  @OptionGroup var session: SessionOptions
  @OptionGroup var options: RunOptions

  @Option(help: "The least share of boursiers, whole percent.", transform: quota)
  var boursierMin: CallQuota

  @Option(help: "The least share of the secteur, whole percent.", transform: quota)
  var secteurMin: CallQuota

  @Flag(help: "Time the check of the order's properties instead.")
  var check = false

  func run() throws {
    let list = try session.read(options.workers)()
    func order() throws -> CallOrder {
      try CallOrder(
        FinalRanking(list, workers: options.workers), boursierMinimum: boursierMin, secteurMinimum: secteurMin
      )
    }
    let known = try order()
    var timing = Timing()
    if check {
      if let violation = timing.time(runs: options.runs, { known.violation() }) {
        fatalError("\(violation)")
      }
    } else {
      let found = try timing.time(runs: options.runs) { try order() }
      precondition(found.positions == known.positions)
    }
    timing.report("called", known.count)
  }
}

private func mark(_ argument: String) throws -> Mark {
  guard let mark = Mark(try FixedDecimal(argument)) else {
    throw ValidationError("\(argument) is not a mark from 0 to 20.")
  }
  return mark
}

private func drawSeed(_ argument: String) throws -> DrawSeed {
  guard let seed = DrawSeed(argument) else { throw ValidationError("The seed is empty.") }
  return seed
}

private func quota(_ argument: String) throws -> CallQuota {
  guard let percent = Int(argument), let quota = try? CallQuota(percent: percent) else {
    throw ValidationError("\(argument) is not a whole percentage, 0 to 100.")
  }
  return quota
}

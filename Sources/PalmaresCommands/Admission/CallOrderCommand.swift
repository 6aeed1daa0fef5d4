import ArgumentParser
import Palmares
import Wording

struct CallOrderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "call-order",
      abstract:
        "The platform's order of calls: the final list with both quotas. Checks the properties that the platform "
        + "states.",
      discussion:
        "Example: palmares admission call-order final.csv --boursier-min 20 --secteur-min 50 -o order.csv")
  }

  @Argument(help: "The final list, as admit writes it; - for standard input.")
  var final: String

  @Option(help: ArgumentHelp("The least share of boursiers, whole percent 0 to 100.", valueName: "percent"))
  var boursierMin: CallQuota = .none

  @Option(help: ArgumentHelp("The least share of the secteur, whole percent 0 to 100.", valueName: "percent"))
  var secteurMin: CallQuota = .none

  @Option(
    help: ArgumentHelp(
      "Candidates inserted late, rang,candidat and the list's boursier and secteur: the ranks from each on go up.",
      valueName: "file"))
  var insertions: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Check the properties the platform states. Default: up to \(Self.largestVerified) candidates.")
  var verify: Bool?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  /// Up to as many candidates an order is checked unasked.
  private static let largestVerified = 1_000_000

  func validate() throws {
    try checkOneStandardInput([final, insertions])
  }

  func run() throws {
    let run = CommandRun("admission call-order", input, output)
    let list = try run.phase("read") {
      let list = try run.gatherText(final) {
        try FinalRanking($0, needsBoursiers: boursierMin != .none, needsSecteurs: secteurMin != .none)
      }
      guard let insertions else { return try run.gathered(list) }
      let longer = try run.gatherText(
        insertions, with: list,
        read: { source, list in
          var longer = list
          try longer.insert(source)
          return longer
        }, cells: FinalRanking.checkInsertionCells)
      return try run.gathered(longer)
    }
    if list.count == 0 { run.sayEmpty(final, "candidate") }
    let isVerified = verify ?? (list.count <= Self.largestVerified)
    let order = try run.phase("sort") {
      let order = try CallOrder(list, boursierMinimum: boursierMin, secteurMinimum: secteurMin)
      if isVerified, let violation = order.violation() { throw violation }
      return order
    }
    let flags = [
      "boursier-min": String(boursierMin.percent), "secteur-min": String(secteurMin.percent),
      "verify": String(isVerified),
    ]
    try run.write(flags: flags) {
      try CallOrderTable(order).write(output.format, workers: run.workers, to: $0)
    }
    summarise(order, isVerified, run)
  }

  private func summarise(
    _ order: CallOrder, _ isVerified: Bool, _ run: CommandRun
  ) {
    let moved = order.positions.indices.count { order.positions[$0] != $0 }
    run.say(
      "\(order.count) in call order (boursiers at least \(boursierMin.percent) %, secteur at least "
        + "\(secteurMin.percent) %): \(moved) called earlier or later than their rank")
    run.say(isVerified ? "the platform's stated properties hold" : "properties not checked (--verify)")
  }
}

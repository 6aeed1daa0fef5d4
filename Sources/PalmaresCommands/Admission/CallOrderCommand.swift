import ArgumentParser
import Palmares

struct CallOrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call-order",
    abstract:
      "The platform's order of calls: the final list with both quotas, its stated properties checked.",
    discussion:
      "Example: palmares admission call-order final.csv --boursier-min 20 --secteur-min 50 -o order.csv")

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
  @OptionGroup var output: OutputOptions

  /// Up to as many candidates an order is checked unasked.
  private static let largestVerified = 1_000_000

  func validate() throws {
    if insertions == "-", final == "-" {
      throw ValidationError("FINAL and --insertions cannot both be standard input.")
    }
  }

  func run() throws {
    let session = CommandRun("admission call-order", input, output)
    let list = try session.phase("read") {
      let list = try session.gatherText(final) {
        try FinalListFile($0, needsBoursiers: boursierMin != .none, needsSecteurs: secteurMin != .none)
      }
      guard let insertions else { return try session.gathered(list) }
      let longer = try session.gatherText(
        insertions, with: list,
        read: { source, list in
          var longer = list
          try longer.insert(source)
          return longer
        }, cells: FinalListFile.checkInsertionCells)
      return try session.gathered(longer)
    }
    if list.count == 0 { session.say("\(final): a header and no candidate: the result is empty") }
    let isVerified = verify ?? (list.count <= Self.largestVerified)
    let order = try session.phase("sort") {
      let ranking = list.ranking
      let order = CallOrder(ranking, boursierMinimum: boursierMin, secteurMinimum: secteurMin)
      if isVerified, let violation = order.violation(in: ranking) { throw violation }
      return order
    }
    let flags = [
      "boursier-min": String(boursierMin.percent), "secteur-min": String(secteurMin.percent),
      "verify": String(isVerified),
    ]
    try session.write(flags: flags) {
      try CallOrderTable(order, list).write(output.format, workers: session.workers, to: $0)
    }
    summarise(order, list, isVerified, session)
  }

  private func summarise(
    _ order: CallOrder, _ list: FinalListFile, _ isVerified: Bool, _ session: CommandRun
  ) {
    let moved = order.positions.indices.count { order.positions[$0] != $0 }
    session.say(
      "\(list.count) in call order (boursiers at least \(boursierMin.percent) %, secteur at least "
        + "\(secteurMin.percent) %): \(moved) called earlier or later than their rank")
    session.say(isVerified ? "the platform's stated properties hold" : "properties not checked (--verify)")
  }
}

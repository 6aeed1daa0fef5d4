import ArgumentParser
import FileStore
import Palmares

struct CallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: "One round of calls, or with --simulate what many seasons of calls would bring.",
    discussion: """
      --answers alone says where everyone stands. With --state or --next the season is a sequence of files: \
      the state that the round before wrote, and the answers since; what contradicts the state is an error. \
      --status says how things are, and writes nothing.

      Examples: palmares admission calls order.csv --places 60 --block-rank 80 --next day1.csv -o calls1.csv; \
      palmares admission calls order.csv --status day1.csv --places 60
      """)

  @Argument(
    help: "The call order, as call-order writes it; - for standard input. With --status it may be left out.")
  var order: String?

  @Option(help: "The number of places, 0 or more. With --status it may be left out.")
  var places: Int?

  @Option(
    help: ArgumentHelp(
      "candidat,statut: accepte, refuse, sans_reponse or demission; whoever is not in it waits.",
      valueName: "file"))
  var answers: String?

  @Option(help: ArgumentHelp("Call everyone up to this order, free place or not.", valueName: "order"))
  var blockRank: Int = 0

  @Option(help: ArgumentHelp("The state of the season that the round before wrote.", valueName: "file"))
  var state: String?

  @Option(help: ArgumentHelp("Write the state of the season after this round.", valueName: "file"))
  var next: String?

  @Option(
    help: ArgumentHelp(
      "Say what this state of a season holds: who waits, has an offer, a place, or is gone, and how deep each "
        + "appel went.", valueName: "state"))
  var status: String?

  @Flag(help: "Say who would be called, and write nothing.")
  var dryRun = false

  @OptionGroup(title: "Simulation") var simulation: SimulationOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let places, !(0...Int(UInt32.max) ~= places) {
      throw ValidationError("--places must be 0 to \(UInt32.max).")
    }
    guard blockRank >= 0 else { throw ValidationError("--block-rank must be 0 or more.") }
    if [order, answers, state, status].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one input can be standard input.")
    }
    if status != nil { return try validateStatus() }
    guard order != nil else { throw ValidationError("Missing expected argument '<order>'") }
    guard places != nil else { throw ValidationError("Missing expected argument '--places <places>'") }
    if simulation.simulate {
      if answers != nil || state != nil || next != nil || dryRun {
        throw ValidationError("--simulate makes up its answers: no --answers, --state, --next or --dry-run.")
      }
      try simulation.check()
      return
    }
    if let name = simulation.used { throw ValidationError("\(name) is for --simulate.") }
    if answers == nil, state == nil, next == nil {
      throw ValidationError(
        "Missing expected argument '--answers <file>' (or --state, --next, --status, --simulate)")
    }
    try checkIsFile(next, named: "--next")
  }

  private func validateStatus() throws {
    let others = [
      ("--state", state != nil), ("--next", next != nil), ("--block-rank", blockRank > 0),
      ("--dry-run", dryRun), ("--simulate", simulation.simulate), ("-o", output.path != nil),
      ("--manifest", output.manifest != nil),
    ]
    if let other = others.first(where: \.1) {
      throw ValidationError("--status makes no round and writes nothing: no \(other.0).")
    }
    if let name = simulation.used { throw ValidationError("\(name) is for --simulate.") }
    if answers != nil, order == nil { throw ValidationError("--status with --answers needs the call order.") }
  }

  func run() throws {
    let session = CommandRun("admission calls", input, output, beside: ["--next": next])
    if let status { return try say(status, session) }
    guard let order, let places else { return }
    let file = try readOrder(order, state: state, session)
    if file.count == 0 { session.say("\(order): a header and no candidate: the result is empty") }
    if simulation.simulate {
      try simulation.run(file, places: places, blockRank: blockRank, session, output)
    } else {
      try callRound(file, places, session)
    }
  }

  /// The answer of `--status`.
  private func say(_ status: String, _ session: CommandRun) throws {
    let season = try session.phase("read") {
      guard let order else {
        // A state has the numbers and the names of everyone in it, as a call order has.
        return try session.withText(status) { source in
          let file = try CallOrderFile(source)
          var season = CallSeason(file)
          try season.restore(source, file)
          return season
        }
      }
      return try readSeason(try readOrder(order, state: status, session), status, session)
    }
    let text = SeasonText(SeasonStanding(season), knowsWaiting: order != nil)
    let output = try OutputFile(path: nil)
    try output.write(text.lines(places: places).map { $0 + "\n" }.joined())
    try output.publish()
    session.finish()
  }

  private func callRound(_ file: CallOrderFile, _ places: Int, _ session: CommandRun) throws {
    let tables = CallSeasonTables(file, output.format, workers: session.workers)
    let round: CallRound
    let standing: SeasonStanding
    if state != nil || next != nil {
      var season = try session.phase("read") { try readSeason(file, state, session) }
      round = season.call(places: places, blockRank: blockRank)
      standing = SeasonStanding(season)
      // Read again by the next round, so in the plain form whatever the format of the calls.
      try session.writeBeside("--next", dryRun ? nil : next) {
        try CallSeasonTables(file, .csv, workers: session.workers).write(season, to: $0)
      }
    } else {
      var statuses = try session.phase("read") {
        try session.withText(answers ?? "") { try CallSeason.statuses($0, file) }
      }
      round = CallRound(orders: file.orders, statuses: statuses, places: places, blockRank: blockRank)
      for position in round.called { statuses[position] = .open }
      standing = SeasonStanding(statuses: statuses)
    }
    if dryRun {
      session.finish()
      announce(round, file, session)
    } else {
      try session.write(flags: ["places": String(places), "block-rank": String(blockRank)]) {
        try tables.write(round, to: $0)
      }
    }
    summarise(round, standing, file, session)
  }

  private func readOrder(_ order: String, state: String?, _ session: CommandRun) throws -> CallOrderFile {
    try session.phase("read") {
      let file = try session.gatherText(order) { try CallOrderFile($0) }
      if file == nil {
        try session.check(state, cells: CallSeason.checkStateCells)
        try session.check(answers, cells: CallSeason.checkAnswerCells)
      }
      return try session.gathered(file)
    }
  }

  private func readSeason(_ file: CallOrderFile, _ state: String?, _ session: CommandRun) throws -> CallSeason
  {
    var season: CallSeason? = CallSeason(file)
    if let state {
      season = try session.gatherText(state) {
        var season = CallSeason(file)
        try season.restore($0, file)
        return season
      }
    }
    if let answers {
      season = try session.gatherText(
        answers, with: season,
        read: {
          var season = $1
          try season.answer($0, file)
          return season
        }, cells: { _ = try CallSeason.statuses($0, file) })
    }
    return try session.gathered(season)
  }

  private static let mostNamed = 20

  /// Who would be called.
  private func announce(_ round: CallRound, _ file: CallOrderFile, _ session: CommandRun) {
    session.say("dry run: nothing is written; this would be so:")
    for position in round.called.prefix(Self.mostNamed) {
      session.say("  order \(file.orders[position]): \(file.identifiers[position])")
    }
    let more = round.called.count - Self.mostNamed
    if more > 0 { session.say("  … and \(more) more") }
  }

  private func summarise(
    _ round: CallRound, _ standing: SeasonStanding, _ file: CallOrderFile, _ session: CommandRun
  ) {
    session.say(SeasonText.places(round.places, standing.counts))
    let excess = round.taken + round.open - round.places
    if excess > 0 { session.say("\(excess) more accepted or on offer than there are places") }
    if let last = round.called.last {
      session.say("\(round.called.count) called, the last one at order \(file.orders[last])")
    } else if standing.counts.waiting == 0 {
      session.say("nobody called: nobody waits")
    } else {
      session.say("nobody called: no place is free")
    }
    let text = SeasonText(standing)
    session.say("everyone: \(text.counts)")
    if !standing.appels.isEmpty { session.say(text.depths(atMost: 10)) }
  }
}

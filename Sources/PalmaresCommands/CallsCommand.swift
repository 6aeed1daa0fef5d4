import ArgumentParser
import Palmares

struct CallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: "One round of calls, or with --simulate what many seasons of calls would bring.",
    discussion: """
      --answers alone says where everyone stands. With --state or --next the season is a sequence of files: \
      the state that the round before wrote, and the answers since; what contradicts the state is an error.
      """)

  @Argument(help: "The call order, as call-order writes it; - for standard input.")
  var order: String

  @Option(help: "The number of places, 0 or more.")
  var places: Int

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

  @OptionGroup(title: "Simulation") var simulation: SimulationOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 0...Int(UInt32.max) ~= places else { throw ValidationError("--places must be 0 to \(UInt32.max).") }
    guard blockRank >= 0 else { throw ValidationError("--block-rank must be 0 or more.") }
    if simulation.simulate {
      if answers != nil || state != nil || next != nil {
        throw ValidationError("--simulate makes up its answers: no --answers, --state or --next.")
      }
      try simulation.check()
      return
    }
    if let name = simulation.used { throw ValidationError("\(name) is for --simulate.") }
    if answers == nil, state == nil, next == nil {
      throw ValidationError("Missing expected argument '--answers <file>' (or --state, --next, --simulate)")
    }
    if [order, answers, state].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one input can be standard input.")
    }
    if next == "-" { throw ValidationError("--next must be a file.") }
  }

  func run() throws {
    let session = Session("admission calls", input, output, beside: ["--next": next])
    let file = try session.phase("read") {
      let file = try session.gatherText(order) { try CallOrderFile($0) }
      if file == nil {
        try session.check(state, cells: CallSeason.checkStateCells)
        try session.check(answers, cells: CallSeason.checkAnswerCells)
      }
      return try session.gathered(file)
    }
    if file.count == 0 { session.say("\(order): a header and no candidate: the result is empty") }
    if simulation.simulate {
      try simulation.run(file, places: places, blockRank: blockRank, session, output)
    } else {
      try callRound(file, session)
    }
  }

  private func callRound(_ file: CallOrderFile, _ session: Session) throws {
    let tables = CallSeasonTables(file, output.format, workers: session.workers)
    let round: CallRound
    if state != nil || next != nil {
      var season = try session.phase("read") { try readSeason(file, session) }
      round = season.call(places: places, blockRank: blockRank)
      // Read again by the next round, so in the plain form whatever the format of the calls.
      try session.writeBeside("--next", next) {
        try CallSeasonTables(file, .csv, workers: session.workers).write(season, to: $0)
      }
    } else {
      let statuses = try session.phase("read") {
        try session.withText(answers ?? "") { try CallSeason.statuses($0, file) }
      }
      round = CallRound(orders: file.orders, statuses: statuses, places: places, blockRank: blockRank)
    }
    try session.write(flags: ["places": String(places), "block-rank": String(blockRank)]) {
      try tables.write(round, to: $0)
    }
    summarise(round, file, session)
  }

  private func readSeason(_ file: CallOrderFile, _ session: Session) throws -> CallSeason {
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

  private func summarise(_ round: CallRound, _ file: CallOrderFile, _ session: Session) {
    session.say("\(places) places: \(round.taken) taken, \(round.open) open, \(round.left) left")
    let excess = round.taken + round.open - places
    if excess > 0 { session.say("\(excess) more taken or open than there are places") }
    if let last = round.called.last {
      session.say("\(round.called.count) called, the last one at order \(file.orders[last])")
    } else {
      session.say("nobody called")
    }
  }
}

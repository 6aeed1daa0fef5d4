import ArgumentParser
import Palmares
import Wording

/// How seasons of calls are simulated.
struct SimulationOptions: ParsableArguments {
  @Flag(help: "Simulate whole seasons; the table has a row for each day and measure, with quantiles.")
  var simulate = false

  @OptionGroup var draw: SeedOptions

  @Option(help: "How many seasons. Default: 10000.")
  var seasons: Int?

  @Option(help: "The days of a season; day 1 is the appel initial. Default: 45.")
  var days: Int?

  @Option(
    help: ArgumentHelp(
      "Probability that an open offer is accepted, per day. Default: 20.", valueName: "percent"))
  var accept: DailyChance?

  @Option(
    help: ArgumentHelp(
      "Probability that an open offer is refused, per day. Default: 30.", valueName: "percent"))
  var refuse: DailyChance?

  @Option(
    help: ArgumentHelp(
      "Probability that an accepted place is given back, per day. Default: 1.", valueName: "percent"))
  var withdraw: DailyChance?

  @Option(
    help: ArgumentHelp(
      "Probability that a waiting candidate withdraws, per day. Default: 1.", valueName: "percent"))
  var leave: DailyChance?

  @Option(
    help: ArgumentHelp(
      "An offer without an answer lapses after so many days; 0 for never. Default: 3.", valueName: "days"))
  var deadline: Int?

  /// The first of these options that is given.
  var used: String? {
    let options: [(String, Bool)] = [
      ("--seed", draw.seed != nil), ("--seed-file", draw.file != nil), ("--seasons", seasons != nil),
      ("--days", days != nil),
      ("--accept", accept != nil), ("--refuse", refuse != nil), ("--withdraw", withdraw != nil),
      ("--leave", leave != nil), ("--deadline", deadline != nil),
    ]
    return options.first { $0.1 }?.0
  }

  private var dayCount: Int { days ?? 45 }
  private var seasonCount: Int { seasons ?? 10_000 }

  private var model: AnswerModel? {
    func chance(_ given: DailyChance?, _ percent: FixedDecimal) -> DailyChance {
      given ?? (try? DailyChance(percent: percent)) ?? .never
    }
    let days = deadline ?? 3
    guard days >= 0 else { return nil }
    return try? AnswerModel(
      accept: chance(accept, 20), refuse: chance(refuse, 30), withdraw: chance(withdraw, 1),
      leave: chance(leave, 1), deadline: days == 0 ? nil : days)
  }

  func check() throws {
    guard draw.isGiven else { throw ValidationError("--simulate needs --seed or --seed-file.") }
    guard 1...1_000 ~= dayCount else { throw ValidationError("--days must be 1 to 1000.") }
    let most = SeasonSimulation.mostCells / dayCount
    guard 1...most ~= seasonCount else {
      throw ValidationError("--seasons must be 1 to \(most) for \(dayCount) days.")
    }
    if let deadline, deadline < 0 { throw ValidationError("--deadline must be 0 or more.") }
    if model == nil { throw ValidationError("--accept and --refuse add to more than 100.") }
  }

  func run(
    _ order: CallOrderFile, places: Int, blockRank: Int, _ run: CommandRun, _ output: OutputOptions
  ) throws {
    guard let model else { return }
    let seed = try run.seed(draw)
    if let last = order.orders.last, last > UInt32.max {
      throw BadData(description: "numbers of the call order above \(UInt32.max) cannot be simulated")
    }
    let simulation = try run.phase("model") {
      try SeasonSimulation(
        orders: order.orders, places: places, blockRank: blockRank, model: model, seasons: seasonCount,
        days: dayCount, seed: seed.text, workers: run.workers)
    }
    let flags = [
      "simulate": "true", "places": String(places), "block-rank": String(blockRank),
      "seasons": String(seasonCount), "days": String(dayCount),
      "accept": "\(model.accept.percent)", "refuse": "\(model.refuse.percent)",
      "withdraw": "\(model.withdraw.percent)", "leave": "\(model.leave.percent)",
      "deadline": String(model.deadline ?? 0),
    ]
    try run.write(flags: flags, seed: seed) {
      try SeasonSimulationTable(simulation).write(output.format, workers: .one, to: $0)
    }
    summarise(simulation, blockRank, run)
  }

  private func summarise(_ simulation: SeasonSimulation, _ blockRank: Int, _ run: CommandRun) {
    func spread(_ measure: SeasonMeasure, day: Int) -> String {
      let values = [5, 50, 95].compactMap { percent in
        simulation.quantile(percent, of: measure, day: day).map { "q\(percent) \($0)" }
      }
      return values.joined(separator: ", ")
    }
    func percent(_ count: Int) -> String {
      Fraction(Int128(count) * 100, Int128(simulation.seasons)).decimalText(digits: 2)
    }
    let days = simulation.days
    run.say(
      "\(simulation.seasons) seasons of \(days) days, \(simulation.places) places, call block to \(blockRank)"
    )
    run.say("last one called: \(spread(.depth, day: days))")
    run.say("places accepted in the end: \(spread(.taken, day: days))")
    run.say("places not accepted in the end: \(spread(.vacant, day: days))")
    let ends = simulation.ends
    run.say(
      "all places accepted in \(percent(ends.full)) % of the seasons, more than there are in "
        + "\(percent(ends.overfull)) %")
  }
}

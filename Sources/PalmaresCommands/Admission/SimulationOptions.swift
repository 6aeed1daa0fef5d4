import ArgumentParser
import Palmares
import Wording

/// How seasons of calls are simulated.
struct SimulationOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      fr: """
        Simuler des saisons entières ; le tableau a une ligne par jour et par mesure, avec la répartition sur \
        l'ensemble des saisons (q50 : la médiane).
        """,
      en: """
        Simulate whole seasons; the table has a row for each day and measure, with its spread over all seasons \
        (q50: the median).
        """))
  var simulate = false

  @OptionGroup var draw: SeedOptions

  @Option(
    help: ArgumentHelp(
      fr: "Combien de saisons. Par défaut : \(10_000).", en: "How many seasons. Default: 10000.",
      valueName: Message(fr: "nombre", en: "count")))
  var seasons: Int?

  @Option(
    help: ArgumentHelp(
      fr: "Les jours d'une saison ; le jour 1 est l'appel initial. Par défaut : 45.",
      en: "The days of a season; day 1 is the appel initial. Default: 45.",
      valueName: .days))
  var days: Int?

  @Option(
    help: ArgumentHelp(
      fr: "Probabilité, par jour, qu'une proposition en cours soit acceptée. Par défaut : 20.",
      en: "Probability that an open offer is accepted, per day. Default: 20.", valueName: .percent))
  var accept: DailyChance?

  @Option(
    help: ArgumentHelp(
      fr: "Probabilité, par jour, qu'une proposition en cours soit refusée. Par défaut : 30.",
      en: "Probability that an open offer is refused, per day. Default: 30.", valueName: .percent))
  var refuse: DailyChance?

  @Option(
    help: ArgumentHelp(
      fr: "Probabilité, par jour, qu'une place acceptée soit rendue. Par défaut : 1.",
      en: "Probability that an accepted place is given back, per day. Default: 1.", valueName: .percent))
  var withdraw: DailyChance?

  @Option(
    help: ArgumentHelp(
      fr: "Probabilité, par jour, qu'un candidat en attente se retire. Par défaut : 1.",
      en: "Probability that a waiting candidate withdraws, per day. Default: 1.", valueName: .percent))
  var leave: DailyChance?

  @Option(
    help: ArgumentHelp(
      fr: "Nombre de jours après lequel une proposition sans réponse tombe ; 0 : jamais. Par défaut : 3.",
      en: "An offer without an answer lapses after so many days; 0 for never. Default: 3.", valueName: .days))
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
    guard draw.isGiven else {
      throw ValidationError(
        Message(
          fr: "--simulate demande --seed ou --seed-file.", en: "--simulate needs --seed or --seed-file."))
    }
    guard 1...1_000 ~= dayCount else {
      throw ValidationError(
        Message(fr: "--days doit être entre 1 et \(1_000).", en: "--days must be 1 to 1000."))
    }
    let most = SeasonSimulation.mostCells / dayCount
    guard 1...most ~= seasonCount else {
      throw ValidationError(
        Message(
          fr: "--seasons doit être entre 1 et \(most) pour \(dayCount, "jour", "jours").",
          en: "--seasons must be 1 to \(most) for \(dayCount, "day", "days")."))
    }
    if let deadline, deadline < 0 { throw ValidationError(.atLeast("--deadline", 0)) }
    if model == nil {
      throw ValidationError(
        Message(
          fr: "--accept et --refuse font plus de 100 en tout.",
          en: "--accept and --refuse add to more than 100."))
    }
  }

  func run(
    _ order: CallOrderFile, places: Int, blockRank: Int, _ run: CommandRun, _ output: OutputOptions
  ) throws {
    guard let model else { return }
    let seed = try run.seed(draw)
    if let last = order.orders.last, last > UInt32.max {
      throw BadData(.ordersTooLarge)
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
    func spread(_ measure: SeasonMeasure) -> Message {
      let values = [50, 5, 95].map { simulation.quantile($0, of: measure, day: simulation.days) ?? 0 }
      return .spread(median: values[0], from: values[1], to: values[2])
    }
    func percent(_ count: Int) -> String {
      Fraction(Int128(count) * 100, Int128(simulation.seasons)).decimalText(digits: 2)
    }
    run.say(.seasons(simulation, blockRank: blockRank))
    run.say(.lastCalled(spread(.depth)))
    run.say(.acceptedInTheEnd(spread(.taken)))
    run.say(.vacantInTheEnd(spread(.vacant)))
    run.say(
      .seasonsEnd(full: percent(simulation.ends.full), overfull: percent(simulation.ends.overfull)))
  }
}

import ArgumentParser
import FileStore
import Palmares
import Wording

struct CallsCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "calls",
      abstract: Message(
        fr: "Un tour d'appels ou, avec --simulate, ce que donnent de nombreuses saisons.",
        en: "One round of calls, or with --simulate the outcome of many seasons."),
      discussion: Message(
        fr: """
          --answers seul dit où en est chaque candidat. Avec --state ou --next, la saison est une suite de fichiers : \
          l'état écrit par le tour précédent, et les réponses reçues depuis ; une réponse qui contredit l'état est une \
          erreur. --status montre l'état de la saison, et n'écrit aucun fichier.
          """,
        en: """
          --answers alone gives the status of every candidate. With --state or --next the season is a sequence of \
          files: the state that the round before wrote, and the answers since; what contradicts the state is an error. \
          --status prints the state of the season, and writes nothing.
          """))
  }

  static var example: String {
    finalListExample + """

      palmares admission call-order final.csv --boursier-min 20 --secteur-min 50 -o order.csv
      palmares admission calls order.csv --places 60 --block-rank 80 --next day1.csv -o calls1.csv
      palmares admission calls order.csv --status day1.csv --places 60
      """
  }

  @Argument(
    help: ArgumentHelp(
      fr:
        "L'ordre d'appel, tel que call-order l'écrit ; - pour l'entrée standard. Avec --status, on peut l'omettre.",
      en: "The call order, as call-order writes it; - for standard input. With --status it may be left out.",
      valueName: Message(fr: "ordre", en: "order")))
  var order: String?

  @Option(
    help: ArgumentHelp(
      fr: "Le nombre de places, 0 ou plus. Avec --status, on peut l'omettre.",
      en: "The number of places, 0 or more. With --status it may be left out.",
      valueName: Message(fr: "places", en: "places")))
  var places: Int?

  @Option(
    help: ArgumentHelp(
      fr: "candidat,statut : accepte, refuse, sans_reponse ou demission ; qui n'y est pas attend.",
      en: "candidat,statut: accepte, refuse, sans_reponse or demission; whoever is not in it waits.",
      valueName: .file))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      fr: "Appeler tous les candidats jusqu'à ce numéro de l'ordre d'appel, place libre ou non.",
      en: "Call everyone up to this order, free place or not.",
      valueName: Message(fr: "numéro", en: "order")))
  var blockRank: Int = 0

  @Option(
    help: ArgumentHelp(
      fr: "L'état de la saison qu'a écrit le tour précédent.",
      en: "The state of the season that the round before wrote.", valueName: .file))
  var state: String?

  @Option(
    help: ArgumentHelp(
      fr: "Écrire ici l'état de la saison après ce tour.",
      en: "Write the state of the season after this round.", valueName: .file))
  var next: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Montrer ce que dit cet état d'une saison : combien de candidats attendent, ont une proposition, une place ou \
        sont partis, et jusqu'où chaque appel est descendu.
        """,
      en: """
        Print what this state of a season holds: how many wait, have an offer, have a place or are gone, and how deep \
        each appel went.
        """, valueName: Message(fr: "état", en: "state")))
  var status: String?

  @Flag(
    help: ArgumentHelp(
      fr: "Montrer les candidats qui seraient appelés, sans rien écrire.",
      en: "Print the candidates who would be called, and write nothing."))
  var dryRun = false

  @OptionGroup(title: Message(fr: "Simulation", en: "Simulation").text) var simulation: SimulationOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let places, !(0...Int(UInt32.max) ~= places) {
      throw ValidationError(
        Message(
          fr: "--places doit être entre 0 et \(Int(UInt32.max)).",
          en: "--places must be 0 to \(Int(UInt32.max))."))
    }
    guard blockRank >= 0 else { throw ValidationError(.atLeast("--block-rank", 0)) }
    try checkOneStandardInput([order, answers, state, status])
    if status != nil { return try validateStatus() }
    guard order != nil else {
      throw ValidationError(
        Message(fr: "Il manque « <ordre> ».", en: "Missing expected argument '<order>'"))
    }
    guard places != nil else {
      throw ValidationError(
        Message(fr: "Il manque « --places <places> ».", en: "Missing expected argument '--places <places>'"))
    }
    if simulation.simulate {
      if answers != nil || state != nil || next != nil || dryRun {
        throw ValidationError(
          Message(
            fr: "--simulate invente les réponses : pas de --answers, --state, --next ni --dry-run.",
            en: "--simulate makes up its answers: no --answers, --state, --next or --dry-run."))
      }
      try simulation.check()
      return
    }
    try checkNoSimulation()
    if answers == nil, state == nil, next == nil {
      throw ValidationError(
        Message(
          fr: "Il manque « --answers <fichier> » (ou --state, --next, --status, --simulate).",
          en: "Missing expected argument '--answers <file>' (or --state, --next, --status, --simulate)"))
    }
    try checkIsFile(next, named: "--next")
  }

  private func checkNoSimulation() throws {
    if let name = simulation.used {
      throw ValidationError(
        Message(fr: "\(name) ne sert qu'avec --simulate.", en: "\(name) is for --simulate."))
    }
  }

  private func validateStatus() throws {
    let others = [
      ("--state", state != nil), ("--next", next != nil), ("--block-rank", blockRank > 0),
      ("--dry-run", dryRun), ("--simulate", simulation.simulate), ("-o", output.path != nil),
      ("--manifest", output.manifest != nil),
    ]
    if let other = others.first(where: \.1) {
      throw ValidationError(
        Message(
          fr: "--status ne fait pas d'appels et n'écrit rien : pas de \(other.0).",
          en: "--status makes no round and writes nothing: no \(other.0)."))
    }
    try checkNoSimulation()
    if answers != nil, order == nil {
      throw ValidationError(
        Message(
          fr: "--status avec --answers demande l'ordre d'appel.",
          en: "--status with --answers needs the call order."))
    }
  }

  func run() throws {
    let run = CommandRun("admission calls", input, output, beside: ["--next": next])
    if let status { return try say(status, run) }
    guard let order, let places else { return }
    let file = try readOrder(order, state: state, run)
    if file.count == 0 { run.sayEmpty(order, .ofCandidate) }
    if simulation.simulate {
      try simulation.run(file, places: places, blockRank: blockRank, run, output)
    } else {
      try callRound(file, places, run)
    }
  }

  /// The answer of `--status`.
  private func say(_ status: String, _ run: CommandRun) throws {
    let season = try run.phase("read") {
      guard let order else {
        // A state has the numbers and the names of everyone in it, as a call order has.
        return try run.withText(status) { source in
          try CallSeason(try CallOrderFile(source), state: source)
        }
      }
      return try readSeason(try readOrder(order, state: status, run), status, run)
    }
    let text = SeasonText(SeasonStanding(season), knowsWaiting: order != nil)
    let output = try OutputFile(path: nil)
    try output.write(text.lines(places: places).map { $0.text + "\n" }.joined())
    try output.publish()
    run.finish()
  }

  private func callRound(_ file: CallOrderFile, _ places: Int, _ run: CommandRun) throws {
    let round: CallRound
    let standing: SeasonStanding
    if state != nil || next != nil {
      var season = try run.phase("read") { try readSeason(file, state, run) }
      round = try season.call(places: places, blockRank: blockRank)
      standing = SeasonStanding(season)
      // Read again by the next round, so in the plain form whatever the format of the calls.
      try run.writePlainTableBeside("--next", dryRun ? nil : next) {
        try CallSeasonTable(season).write($0, workers: run.workers, to: $1)
      }
    } else {
      var season = try run.phase("read") {
        try run.withText(answers ?? "") { try CallSeason(file, answers: $0) }
      }
      round = try season.call(places: places, blockRank: blockRank)
      standing = SeasonStanding(statuses: season.statuses)
    }
    if dryRun {
      run.finish()
      announce(round, run)
    } else {
      try run.write(flags: ["places": String(places), "block-rank": String(blockRank)]) {
        try CallRoundTable(round).write(output.format, workers: run.workers, to: $0)
      }
    }
    summarise(round, standing, run)
  }

  private func readOrder(_ order: String, state: String?, _ run: CommandRun) throws -> CallOrderFile {
    try run.phase("read") {
      let file = try run.gatherText(order) { try CallOrderFile($0) }
      if file == nil {
        try run.check(state, cells: CallSeason.checkStateCells)
        try run.check(answers, cells: CallSeason.checkAnswerCells)
      }
      return try run.gathered(file)
    }
  }

  private func readSeason(_ file: CallOrderFile, _ state: String?, _ run: CommandRun) throws -> CallSeason {
    var season: CallSeason? = CallSeason(file)
    if let state {
      season = try run.gatherText(state) {
        try CallSeason(file, state: $0)
      }
    }
    if let answers {
      season = try run.gatherText(
        answers, with: season,
        read: {
          var season = $1
          try season.answer($0, file)
          return season
        }, cells: { _ = try CallSeason(file, answers: $0) })
    }
    return try run.gathered(season)
  }

  private static let mostNamed = 20

  /// Who would be called.
  private func announce(_ round: CallRound, _ run: CommandRun) {
    run.say(.wouldBeCalled)
    for call in round.called.prefix(Self.mostNamed) { run.say(.call(call.order, call.candidate)) }
    let more = round.called.count - Self.mostNamed
    if more > 0 { run.say(.more(more)) }
  }

  private func summarise(
    _ round: CallRound, _ standing: SeasonStanding, _ run: CommandRun
  ) {
    run.say(SeasonText.places(round.places, standing.counts))
    let excess = round.taken + round.open - round.places
    if excess > 0 { run.say(.overfull(by: excess)) }
    if let last = round.called.last {
      run.say(.called(round.called.count, lastOrder: last.order))
    } else {
      run.say(standing.counts.waiting == 0 ? .nobodyWaits : .noPlaceFree)
    }
    let text = SeasonText(standing)
    run.say(.everyone(text.counts))
    if !standing.appels.isEmpty { run.say(text.depths(atMost: 10)) }
  }
}

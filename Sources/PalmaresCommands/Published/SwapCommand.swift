import ArgumentParser
import Palmares
import Wording

struct SwapCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "swap",
      abstract: Message(
        fr: """
          Échange des places après publication : les échanges donnés, ou les meilleurs possibles (règlement 2.4.3).
          """,
        en: """
          Swaps places after publication: the given swaps, or the best possible ones (règlement 2.4.3).
          """),
      discussion: Message(
        fr: """
          Avec --swaps, chaque échange qui respecte les règles est fait, dans l'ordre du fichier ; un autre est refusé, avec \
          sa ligne et la raison, et le reste est fait : code 0. Un échange déjà fait est une erreur : --undo défait des échanges.
          Avec --propose, le plus d'élèves possible ont une meilleure place, et aucun une moins bonne.
          Les places issues d'échanges sont marquées : motif est echange, et avant est la place d'avant tous les échanges.
          """,
        en: """
          With --swaps each exchange that keeps the rules is made, in the order of the file; one that does not is \
          refused with its line and reason, and the others are made: exit 0. An exchange that was made before is an \
          error: --undo takes exchanges back.
          With --propose as many students as possible get a better place, and none gets a worse one.
          Places from exchanges are marked: motif is echange, and avant is the place before all exchanges.
          """))
  }

  static var example: String {
    """
    palmares allocate electives --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json -o affectation.csv
    printf 'eleve_1,eleve_2,creneau\\nE14159265,E75962664,mardi\\n' > echanges.csv
    palmares allocate swap --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json --allocation affectation.csv --swaps echanges.csv -o affectation-2.csv
    """
  }

  private static let fewIgnored = 10

  @OptionGroup var files: EitherFiles
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      fr: "L'affectation, telle que l'écrit electives ou mobility.",
      en: "The allocation, as electives or mobility writes it.", valueName: .file))
  var allocation: String

  @Option(
    help: ArgumentHelp(
      fr: "Les échanges à faire : eleve_1,eleve_2[,creneau] ; le créneau quand il y en a plusieurs.",
      en: "Exchanges to make, eleve_1,eleve_2[,creneau]; the créneau where there are several.",
      valueName: .file))
  var swaps: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Chercher les meilleurs échanges d'après ces vœux, écrits comme ceux de --wishes : les places que des élèves \
        prendraient à la place de la leur.
        """,
      en: """
        Find the best exchanges for these wishes, in the form of --wishes: places that students would take instead \
        of theirs.
        """, valueName: .file))
  var propose: String?

  @Flag(
    help: ArgumentHelp(
      fr: "Défaire les échanges de --swaps : les mêmes lignes que pour les faire.",
      en: "Take the exchanges of --swaps back: the rows as they were made."))
  var undo = false

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(help: .dryRun)
  var dryRun = false

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (swaps == nil) == (propose == nil) { throw ValidationError(Message.oneOf("--swaps", "--propose")) }
    if undo, swaps == nil {
      throw ValidationError(Message(fr: "--undo va avec --swaps.", en: "--undo goes with --swaps."))
    }
    let inputs = [
      files.students, files.modules, files.destinations, files.wishes, allocation, swaps, propose,
      published.certificate, published.madeWith,
    ]
    try checkOneStandardInput(inputs)
  }

  func run() throws {
    let run = CommandRun("allocate swap", input, output, isDry: dryRun)
    func checkExchanges(_ subject: WishesFile.Subject) throws {
      try run.check(swaps, cells: SwapsFile.checkCells)
      try run.check(propose) { try WishesFile.checkCells($0, subject: subject) }
    }
    var data = try CatalogueInput(files, run) { subject in
      try run.check(allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try checkExchanges(subject)
      try published.check(run)
    }
    let settled = try run.gather { try published.settle(seed: data.seed, run) }
    let given = try run.gather { try data.published(allocation, run) }
    if given == nil { try checkExchanges(data.subject) }
    let (made, held) = try run.gathered(settled, given)
    if let swaps {
      try apply(swaps, to: held, &data, run)
    } else if let propose {
      try exchange(held, propose, made, &data, run)
    }
  }

  // MARK: Given exchanges

  private func apply(
    _ path: String, to published: Allocation, _ data: inout CatalogueInput, _ run: CommandRun
  ) throws {
    let file = try run.phase("read") { [data] in
      try run.withText(path) {
        try SwapsFile(
          $0, students: data.students.identifiers, slots: data.electives.creneaux, workers: run.workers)
      }
    }
    let before = data.admit(file.swaps, published)
    var places = PublishedPlaces(before, data.problem, marks: data.marks)
    let refusals = undo ? places.undo(file.swaps) : places.make(file.swaps)
    var repeated: [Message] = []
    var refused: [Message] = []
    for (number, refusal) in refusals.enumerated() {
      guard let refusal else { continue }
      let line = Message(verbatim: "\(path):\(file.line(ofSwap: number)): ")
      if case .alreadyMade = refusal {
        repeated.append(line + refusal.message(data) + FlagAdvice.advice(on: refusal))
      } else {
        refused.append(line + .refused(refusal.message(data)))
      }
    }
    guard repeated.isEmpty else { throw BadData(repeated.joined(separator: "\n")) }
    try write(places, from: before, data, run)
    refused.forEach(run.warn)
    let count = file.swaps.count - refused.count
    run.say(.exchanges(count, refused: refused.count, isUndo: undo))
  }

  // MARK: Proposed exchanges

  private func exchange(
    _ published: Allocation, _ path: String, _ made: AllocationParameters, _ data: inout CatalogueInput,
    _ run: CommandRun
  ) throws {
    let asked = try run.phase("read") { [data] in try data.problem(path, run) }
    let published = data.admit(asked.problem, published)
    let proposed = try run.phase("model") { [data] in
      try solving.solver.proposeExchanges(
        published, data.problem, preferences: asked.problem, phase: run.begin)
    }
    var places = PublishedPlaces(published, data.problem, marks: data.marks)
    places.exchange(to: proposed.allocation)
    try write(places, from: published, data, run)
    var ignored = asked.dropped.map {
      let line = asked.wishes.line(ofWish: $0.wish)
      return Message(
        fr: "ligne \(number: line), \($0.shortfall.message)",
        en: "line \(number: line), \($0.shortfall.message)")
    }
    ignored += data.withoutPlace(Set(asked.wishes.wishes.students), published)
    for line in ignored.prefix(Self.fewIgnored) { run.warn(.withoutEffect(path, line)) }
    if ignored.count > Self.fewIgnored {
      run.warn(.withoutEffect(path, more: ignored.count - Self.fewIgnored))
    }
    run.say(made.note(nil))
    data.describe(proposed, from: published).forEach(run.say)
    if !proposed.isProven {
      throw StoppedAtLimit(
        Message(
          fr:
            "arrêt à la limite de temps : personne ne perd à ces échanges, et d'autres sont peut-être meilleurs",
          en: "stopped at the time limit: nobody loses by these exchanges, and others may be better"))
    }
  }

  private var flags: [String: String] {
    var flags: [String: String] = [:]
    if undo { flags["undo"] = "true" }
    guard propose != nil else { return flags }
    flags["solver"] = solving.method.rawValue
    flags["time-limit"] = solving.timeLimit?.decimal.description
    return flags
  }

  private func write(
    _ places: PublishedPlaces, from before: Allocation, _ data: CatalogueInput, _ run: CommandRun
  ) throws {
    if let violation = places.allocation.violation(data.problem) {
      let reason = violation.message(data)
      if undo { throw BadData(.cannotUndo(reason)) }
      throw UnsoundExchange(message: reason)
    }
    if dryRun {
      return try run.write {
        try data.changes(from: before, to: places.allocation).write(run.format, to: $0)
      }
    }
    try run.write(flags: flags, seed: data.seed) {
      try data.write(
        places.allocation, output.format, marks: places.marks, workers: run.workers, to: $0)
    }
  }
}

/// Exchanges that broke a rule, which none can.
private struct UnsoundExchange: Error, Worded, CustomStringConvertible {
  let message: Message
  /// As an internal error shows it.
  var description: String { message.text }
}

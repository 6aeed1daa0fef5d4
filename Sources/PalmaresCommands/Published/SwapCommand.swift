import ArgumentParser
import Palmares
import Wording

struct SwapCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "swap",
      abstract:
        "Swaps places after publication: the given swaps, or the best possible ones (règlement 2.4.3).",
      discussion: """
        With --swaps each exchange that keeps the rules is made, in the order of the file; one that does not is \
        refused with its line and reason, and the others are made: exit 0. An exchange that was made before is an \
        error: --undo takes exchanges back.
        With --propose as many students as possible get a better place, and none gets a worse one.
        Places from exchanges are marked: motif is echange, and avant is the place before all exchanges.
        """)
  }

  private static let fewIgnored = 10

  @OptionGroup var files: EitherFiles
  @OptionGroup var solving: SolvingOptions

  @Option(help: ArgumentHelp("The allocation, as electives or mobility writes it.", valueName: "file"))
  var allocation: String

  @Option(
    help: ArgumentHelp(
      "Exchanges to make, eleve_1,eleve_2[,creneau]; the créneau where there are several.", valueName: "file")
  )
  var swaps: String?

  @Option(
    help: ArgumentHelp(
      "Find the best exchanges for these wishes, in the form of --wishes: places that students would take "
        + "instead of theirs.",
      valueName: "file"))
  var propose: String?

  @Flag(help: "Take the exchanges of --swaps back: the rows as they were made.")
  var undo = false

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(help: "Print the places that would change, and write nothing.")
  var dryRun = false

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (swaps == nil) == (propose == nil) { throw ValidationError("Give --swaps or --propose, one of them.") }
    if undo, swaps == nil { throw ValidationError("--undo goes with --swaps.") }
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
    var repeated: [String] = []
    var refused: [String] = []
    for (number, refusal) in refusals.enumerated() {
      guard let refusal else { continue }
      let line = "\(path):\(file.line(ofSwap: number)): "
      if case .alreadyMade = refusal {
        repeated.append(line + refusal.text(data) + FlagAdvice.advice(on: refusal).text)
      } else {
        refused.append(line + "refused: \(refusal.text(data))")
      }
    }
    guard repeated.isEmpty else { throw BadData(description: repeated.joined(separator: "\n")) }
    try write(places, from: before, data, run)
    refused.forEach(run.warn)
    let count = file.swaps.count - refused.count
    run.say("exchanges \(undo ? "taken back" : "made"): \(count), refused: \(refused.count)")
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
      "line \(asked.wishes.line(ofWish: $0.wish)) \(describe($0.shortfall))"
    }
    ignored += data.withoutPlace(Set(asked.wishes.wishes.students), published)
    for line in ignored.prefix(Self.fewIgnored) { run.warn("\(path): ignored: \(line)") }
    if ignored.count > Self.fewIgnored {
      run.warn("\(path): … and \(ignored.count - Self.fewIgnored) more ignored")
    }
    run.say(made.note(nil))
    data.describe(proposed, from: published).forEach(run.say)
    if !proposed.isProven {
      throw StoppedAtLimit(
        description: "stopped at the time limit: nobody loses by these exchanges, and others may be better")
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
      let description = violation.text(data)
      if undo { throw BadData(description: "the exchanges cannot be taken back: \(description)") }
      throw UnsoundExchange(description: description)
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
private struct UnsoundExchange: Error, CustomStringConvertible {
  let description: String
}

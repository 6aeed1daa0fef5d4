import ArgumentParser
import Palmares

struct SwapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap",
    abstract: "Exchanges of places after publication: those given, or the best there are (règlement 2.4.3).",
    discussion: """
      With --swaps each exchange that keeps the rules is made, in the order of the file; one that does not is \
      refused with its line and reason, and the others are made: exit 0. An exchange that was made before is an \
      error: --undo takes exchanges back.
      With --propose the places bettered are as many as can be, and nobody's gets worse.
      Places from exchanges are marked: motif is echange, avant what the student had at first.
      """)

  private static let fewIgnored = 10

  @OptionGroup var files: EitherFiles
  @OptionGroup var solver: SolverOptions

  @Option(help: ArgumentHelp("The allocation, as electives or mobility writes it.", valueName: "file"))
  var allocation: String

  @Option(
    help: ArgumentHelp(
      "Exchanges to make, eleve_1,eleve_2[,creneau]; the créneau where there are several.", valueName: "file")
  )
  var swaps: String?

  @Option(
    help: ArgumentHelp(
      "Find exchanges for those who ask: wishes for places they would take instead of theirs.",
      valueName: "file"))
  var propose: String?

  @Flag(help: "Take the exchanges of --swaps back: the rows as they were made.")
  var undo = false

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(help: "Print who would get what instead of what, and write nothing.")
  var dryRun = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (swaps == nil) == (propose == nil) { throw ValidationError("Either --swaps or --propose.") }
    if undo, swaps == nil { throw ValidationError("--undo goes with --swaps.") }
    let inputs = [
      files.students, files.modules, files.destinations, files.wishes, allocation, swaps, propose,
      published.certificate, published.madeWith,
    ]
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one file can be standard input.")
    }
  }

  func run() throws {
    let session = CommandRun("allocate swap", input, dryRun ? output.onTerminal : output)
    func checkExchanges(_ subject: WishesFile.Subject) throws {
      try session.check(swaps, cells: SwapsFile.checkCells)
      try session.check(propose) { try WishesFile.checkCells($0, subject: subject) }
    }
    var data = try CatalogueInput(files, session) { subject in
      try session.check(allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try checkExchanges(subject)
    }
    let made = try published.settle(seed: data.seed, session)
    let given = try session.gather { try data.published(allocation, session) }
    if given == nil { try checkExchanges(data.subject) }
    let held = try session.gathered(given)
    if let swaps {
      try apply(swaps, to: held, &data, session)
    } else if let propose {
      try exchange(held, propose, made, &data, session)
    }
  }

  // MARK: Given exchanges

  private func apply(
    _ path: String, to published: Allocation, _ data: inout CatalogueInput, _ session: CommandRun
  ) throws {
    let file = try session.phase("read") { [data] in
      try session.withText(path) {
        try SwapsFile(
          $0, students: data.students.identifiers, slots: data.electives.slots, workers: session.workers)
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
        repeated.append(line + refusal.text(data) + FlagAdvice.advice(on: refusal))
      } else {
        refused.append(line + "refused: \(refusal.text(data))")
      }
    }
    guard repeated.isEmpty else { throw BadData(description: repeated.joined(separator: "\n")) }
    try write(places, from: before, data, session)
    refused.forEach(session.warn)
    let count = file.swaps.count - refused.count
    session.say("exchanges \(undo ? "taken back" : "made"): \(count), refused: \(refused.count)")
  }

  // MARK: Proposed exchanges

  private func exchange(
    _ published: Allocation, _ path: String, _ made: AllocationParameters, _ data: inout CatalogueInput,
    _ session: CommandRun
  ) throws {
    let asked = try session.phase("read") { [data] in try data.problem(path, session) }
    let published = data.admit(asked.problem, published)
    let proposed = try session.phase("model") { [data] in
      try solver.made.proposeExchanges(
        published, data.problem, preferences: asked.problem, phase: session.begin)
    }
    var places = PublishedPlaces(published, data.problem, marks: data.marks)
    places.exchange(to: proposed.allocation)
    try write(places, from: published, data, session)
    var ignored = asked.dropped.map {
      "line \(asked.wishes.line(ofWish: $0.wish)) \(describe($0.shortfall))"
    }
    ignored += data.withoutPlace(Set(asked.wishes.wishes.students), published)
    for line in ignored.prefix(Self.fewIgnored) { session.warn("\(path): ignored: \(line)") }
    if ignored.count > Self.fewIgnored {
      session.warn("\(path): … and \(ignored.count - Self.fewIgnored) more ignored")
    }
    session.say(made.note(nil))
    data.describe(proposed, from: published).forEach(session.say)
    if !proposed.isProven {
      throw StoppedAtLimit(
        description: "stopped at the time limit: nobody loses by these exchanges, and others may be better")
    }
  }

  private var flags: [String: String] {
    var flags: [String: String] = [:]
    if undo { flags["undo"] = "true" }
    guard propose != nil else { return flags }
    flags["solver"] = solver.solver.rawValue
    flags["time-limit"] = solver.timeLimit?.decimal.description
    return flags
  }

  private func write(
    _ places: PublishedPlaces, from before: Allocation, _ data: CatalogueInput, _ session: CommandRun
  ) throws {
    if let violation = places.allocation.violation(data.problem) {
      let description = violation.text(data)
      if undo { throw BadData(description: "the exchanges cannot be taken back: \(description)") }
      throw UnsoundExchange(description: description)
    }
    if dryRun {
      return try session.write {
        try data.changes(from: before, to: places.allocation).write(output.format, to: $0)
      }
    }
    try session.write(flags: flags, seed: data.seed) {
      try data.write(
        places.allocation, output.format, marks: places.marks, workers: session.workers, to: $0)
    }
  }
}

/// Exchanges that broke a rule, which none can.
private struct UnsoundExchange: Error, CustomStringConvertible {
  let description: String
}

/// The wording of exchanges.
extension CatalogueInput {
  /// The places that change hands, for `--dry-run`.
  func changes(from before: Allocation, to after: Allocation) -> PlaceChangesTable {
    PlaceChangesTable(
      from: before, to: after, problem, students: students.identifiers, electives: electives, subject: subject
    )
  }

  /// Those of some students who hold nothing at all.
  func withoutPlace(_ asking: Set<Int32>, _ allocation: Allocation) -> [String] {
    asking.sorted().map(Int.init).filter { student in
      (0..<problem.slotCount).allSatisfy { allocation[problem.seat(student: student, slot: $0)] == nil }
    }.map { SwapRefusal.noPlace(student: $0).text(self) }
  }

  /// How many are bettered, and each cycle.
  func describe(_ proposed: ProposedExchanges, from published: Allocation) -> [String] {
    let cycles = proposed.cycles
    let count = cycles.reduce(0) { $0 + $1.students.count }
    return ["places bettered: \(count), exchange cycles: \(cycles.count), places worse: 0"]
      + cycles.map { cycle in
        let offers = cycle.students.map { student in
          let seat = problem.seat(student: student, slot: cycle.slot)
          return name(ofOption: published.choices[seat])
        }
        return zip(cycle.students.indices, cycle.students).map { position, student in
          let next = (position + 1) % cycle.students.count
          return "\(students.identifiers[student]) takes \(offers[next]) of "
            + students.identifiers[cycle.students[next]]
        }.joined(separator: ", ")
      }
  }
}

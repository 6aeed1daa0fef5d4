import ArgumentParser
import Palmares

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract:
      "The best reallocation after withdrawals or changed places: a student who keeps a place keeps that place.",
    discussion: """
      Only these may change: students without a place, students whose module has fewer places now than students, \
      and those whom --improve names, who get nothing worse than they have.
      """)

  @OptionGroup var files: EitherFiles
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var solver: SolverOptions

  @Option(
    help: ArgumentHelp("The published allocation, as electives or mobility writes it.", valueName: "file"))
  var allocation: String

  @Option(help: ArgumentHelp("Who withdraws, eleve[,creneau].", valueName: "file"))
  var withdrawals: String?

  @Option(
    help: ArgumentHelp(
      "Places there are now, module,places[,creneau] or destination,places; 0 closes.", valueName: "file"))
  var places: String?

  @Option(
    help: ArgumentHelp(
      "Who asks for better than they have, eleve[,creneau], or all: nobody of them is worse off.",
      valueName: "file|all"))
  var improve: String?

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(help: "Print who would get what instead of what, and write nothing.")
  var dryRun = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  private static let mostMoves = 20

  func validate() throws {
    guard withdrawals != nil || places != nil || improve != nil else {
      throw ValidationError("Give --withdrawals, --places or --improve: what has changed.")
    }
    let paths = [
      files.students, files.wishes, files.modules, files.destinations, allocation, withdrawals, places,
      improve,
      published.certificate, published.madeWith,
    ]
    if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("Only one file can be standard input.") }
  }

  func run() throws {
    let session = CommandRun("allocate repair", input, dryRun ? output.onTerminal : output)
    var data = try CatalogueInput(files, session) { subject in
      try session.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try session.check(withdrawals, cells: WithdrawalsFile.checkCells)
      try session.check(places) { try PlacesFile.checkCells($0, subject: subject) }
      try session.check(improve == "all" ? nil : improve, cells: ImprovementsFile.checkCells)
    }
    let made = try published.settle(policy.policy, policy.rankCosts, seed: data.seed, session)
    try data.wishes.check(made.costs)
    let given = try session.gather { try data.published(allocation, session) }
    let withdrawn = try withdrawals.flatMap { [data] path in
      try session.gatherText(path) {
        try WithdrawalsFile($0, data.problem, students: data.students, electives: data.electives).seats
      }
    }
    let changes = try places.flatMap { [data] path in
      try session.gatherText(path) {
        try PlacesFile($0, electives: data.electives, subject: data.subject).places
      }
    }
    let improving = try improving(data, session)
    let published = try session.gathered(given)
    let repair = Repair(
      of: published, data.problem, withdrawn: withdrawn ?? [], places: changes ?? [:],
      improving: improving ?? [])
    let result = try session.phase("model") {
      try solver.made.repair(repair, policy: made.policy, costs: made.costs, phase: session.begin)
    }
    try write(result.allocation, repair, from: published, withdrawn ?? [], made, data, session)
    session.say(made.note)
    summary(result.allocation, repair, data, withdrawn ?? []).forEach(session.say)
    if !result.isProven {
      throw StoppedAtLimit(
        description: "stopped at the time limit: the allocation keeps every rule, and may not be the best")
    }
  }

  private func write(
    _ allocation: Allocation, _ repair: Repair, from published: Allocation, _ withdrawn: Set<Int>,
    _ made: AllocationParameters, _ data: CatalogueInput, _ session: CommandRun
  ) throws {
    if dryRun {
      let after = allocation.translated(from: repair.problem, to: data.problem)!
      return try session.write {
        try data.changes(from: published, to: after).write(output.format, to: $0)
      }
    }
    let marks = data.marks.keeping { seat in
      repair.held[seat] != Allocation.unplaced && repair.held[seat] == allocation.choices[seat]
    }
    try session.write(flags: flags(made), seed: data.seed) {
      try data.write(
        allocation, output.format, of: repair.problem, withdrawn: withdrawn, marks: marks,
        workers: session.workers, to: $0)
    }
  }

  /// The seats that ask for better.
  private func improving(_ data: CatalogueInput, _ session: CommandRun) throws -> Set<Int>? {
    switch improve {
    case nil: nil
    case "all": Set(0..<data.problem.seatCount)
    case .some(let path):
      try session.gatherText(path) {
        try ImprovementsFile($0, data.problem, students: data.students, electives: data.electives).seats
      }
    }
  }

  private func flags(_ made: AllocationParameters) -> [String: String] {
    var flags = ["policy": made.policy.rawValue, "solver": solver.solver.rawValue]
    flags["rank-costs"] = made.costs.costs?.map(String.init).joined(separator: ",")
    flags["improve"] = improve == "all" ? "all" : nil
    flags["time-limit"] = solver.timeLimit?.decimal.description
    return flags
  }

  private func summary(
    _ allocation: Allocation, _ repair: Repair, _ data: CatalogueInput, _ withdrawn: Set<Int>
  ) -> [String] {
    let problem = repair.problem
    func name(_ choice: Int) -> String {
      guard choice != Allocation.unplaced else { return "nothing" }
      let rank = problem.wishedRank(ofOption: choice).map { "rank \($0)" } ?? "no wish"
      return "\(data.name(ofOffer: Int(problem.optionOffers[choice]))) (\(rank))"
    }
    let moved = problem.seatsByMerit.filter { repair.held[$0] != allocation.choices[$0] }
    func isWorse(_ seat: Int) -> Bool {
      guard let old = repair.held[seat] == Allocation.unplaced ? nil : repair.held[seat] else { return false }
      guard let new = allocation[seat] else { return true }
      return problem.rank(ofOption: new) > problem.rank(ofOption: old)
    }
    let worse = moved.count(where: isWorse)
    let lines = moved.prefix(Self.mostMoves).map { seat in
      "\(data.students.identifiers[problem.student(ofSeat: seat)]): \(name(repair.held[seat])) → "
        + name(allocation.choices[seat])
    }
    return [
      "\(withdrawn.count) withdrawn, \(moved.count) moves, \(worse) worse off of \(repair.displaced.count) displaced",
      "\(allocation.placed) of \(problem.seatCount) filled",
    ] + lines + (moved.count > Self.mostMoves ? ["… and \(moved.count - Self.mostMoves) more moves"] : [])
  }
}

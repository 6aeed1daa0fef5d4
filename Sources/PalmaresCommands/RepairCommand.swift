import ArgumentParser
import Palmares

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract:
      "The best reallocation after withdrawals or changed places: nobody who keeps a place is worse off.")

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

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  private static let mostMoves = 20

  func validate() throws {
    guard withdrawals != nil || places != nil else {
      throw ValidationError("Give --withdrawals or --places, or both.")
    }
    let paths = [
      files.students, files.wishes, files.modules, files.destinations, allocation, withdrawals, places,
    ]
    if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("Only one file can be standard input.") }
  }

  func run() throws {
    let session = Session("allocate repair", input, output)
    var data = try ElectivesInput(files, session) { subject in
      try session.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try session.check(withdrawals, cells: WithdrawalsFile.checkCells)
      try session.check(places) { try PlacesFile.checkCells($0, subject: subject) }
    }
    let costs = policy.rankCosts ?? .linear
    let policy = policy.policy ?? .satisfaction
    try data.wishes.check(costs)
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
    let published = try session.gathered(given)
    let repair = Repair(of: published, data.problem, withdrawn: withdrawn ?? [], places: changes ?? [:])
    let result = try session.phase("model") {
      try solver.made.repair(repair, policy: policy, costs: costs, phase: session.begin)
    }
    try session.write(
      flags: ["policy": policy.rawValue, "solver": solver.solver.rawValue], seed: data.seed
    ) {
      try data.write(
        result.allocation, output.format, of: repair.problem, withdrawn: withdrawn ?? [],
        workers: session.workers, to: $0)
    }
    summary(result.allocation, repair, data, withdrawn ?? []).forEach(session.say)
    if !result.isProven {
      throw StoppedAtLimit(
        description: "stopped at the time limit: the allocation keeps every rule, and may not be the best")
    }
  }

  private func summary(
    _ allocation: Allocation, _ repair: Repair, _ data: ElectivesInput, _ withdrawn: Set<Int>
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

import ArgumentParser
import Palmares
import Wording

struct RepairCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "repair",
      abstract: Message(
        fr: """
          La meilleure réaffectation après des désistements ou des changements de places : qui a une place la garde.
          """,
        en: """
          The best reallocation after withdrawals or changed places: a student who keeps a place keeps that place.
          """),
      discussion: Message(
        fr: """
          Seuls peuvent changer : les élèves sans place, les élèves d'un module qui a désormais moins de places que \
          d'élèves, et les élèves de --improve, dont aucun n'a une place moins bonne.
          """,
        en: """
          Only these may change: students without a place, students whose module has fewer places now than students, \
          and the students of --improve, none of whom gets a worse place.
          """))
  }

  static var example: String {
    """
    palmares allocate electives --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json -o affectation.csv
    printf 'eleve\\nE14159265\\n' > desistements.csv
    palmares allocate repair --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json --allocation affectation.csv --withdrawals desistements.csv \\
      -o affectation-2.csv
    """
  }

  @OptionGroup var files: EitherFiles
  @OptionGroup var goal: PolicyOptions
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      fr: "L'affectation publiée, telle que l'écrit electives ou mobility.",
      en: "The published allocation, as electives or mobility writes it.", valueName: .file))
  var allocation: String

  @Option(
    help: ArgumentHelp(
      fr: "Les désistements : eleve[,creneau].",
      en: "Withdrawals: eleve[,creneau].", valueName: .file))
  var withdrawals: String?

  @Option(
    help: ArgumentHelp(
      fr: "Les nombres de places changés : module,places[,creneau] ou destination,places ; 0 ferme.",
      en: "Changed numbers of places: module,places[,creneau] or destination,places; 0 closes.",
      valueName: .file))
  var places: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Les élèves qui demandent une meilleure place, eleve[,creneau], ou all pour tous. Aucun n'en a une moins bonne.
        """,
      en: "Students who ask for a better place: eleve[,creneau], or all. None of them gets a worse one.",
      valueName: Message(fr: "fichier|all", en: "file|all")))
  var improve: String?

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(help: .dryRun)
  var dryRun = false

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  private static let mostMoves = 20

  func validate() throws {
    guard withdrawals != nil || places != nil || improve != nil else {
      throw ValidationError(
        Message(
          fr: "Dites ce qui a changé : donnez --withdrawals, --places ou --improve.",
          en: "Give --withdrawals, --places or --improve: what has changed."))
    }
    let paths = [
      files.students, files.wishes, files.modules, files.destinations, allocation, withdrawals, places,
      improve,
      published.certificate, published.madeWith,
    ]
    try checkOneStandardInput(paths)
  }

  func run() throws {
    let run = CommandRun("allocate repair", input, output, isDry: dryRun)
    var data = try CatalogueInput(files, run) { subject in
      try run.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try run.check(withdrawals, cells: WithdrawalsFile.checkCells)
      try run.check(places) { try PlacesFile.checkCells($0, subject: subject) }
      try run.check(improve == "all" ? nil : improve, cells: ImprovementsFile.checkCells)
      try self.published.check(run)
    }
    let settled = try run.gather {
      let made = try self.published.settle(goal.policy, goal.rankCosts, seed: data.seed, run)
      try data.wishes.check(made.costs)
      return made
    }
    let given = try run.gather { try data.published(allocation, run) }
    let withdrawn = try withdrawals.flatMap { [data] path in
      try run.gatherText(path) {
        try WithdrawalsFile($0, data.problem, students: data.students, catalogue: data.electives).seats
      }
    }
    let changes = try places.flatMap { [data] path in
      try run.gatherText(path) {
        try PlacesFile($0, catalogue: data.electives, subject: data.subject).places
      }
    }
    let improving = try improving(data, run)
    let (made, published) = try run.gathered(settled, given)
    let repair = RepairProblem(
      of: published, data.problem, withdrawn: withdrawn ?? [], places: changes ?? [:],
      improving: improving ?? [])
    let result = try run.phase("model") {
      try solving.solver.repair(repair, policy: made.policy, costs: made.costs, phase: run.begin)
    }
    try write(result.allocation, repair, from: published, withdrawn ?? [], made, data, run)
    run.say(made.note)
    summary(result.allocation, repair, data, withdrawn ?? []).forEach(run.say)
    if !result.isProven {
      throw StoppedAtLimit(.stopped)
    }
  }

  private func write(
    _ allocation: Allocation, _ repair: RepairProblem, from published: Allocation, _ withdrawn: Set<Int>,
    _ made: AllocationParameters, _ data: CatalogueInput, _ run: CommandRun
  ) throws {
    if dryRun {
      let after = allocation.translated(from: repair.problem, to: data.problem)!
      return try run.write {
        try data.changes(from: published, to: after).write(run.format, to: $0)
      }
    }
    let marks = data.marks.keeping { seat in
      repair.held[seat] != Allocation.unplaced && repair.held[seat] == allocation.choices[seat]
    }
    try run.write(flags: flags(made), seed: data.seed) {
      try data.write(
        allocation, output.format, of: repair.problem, withdrawn: withdrawn, marks: marks,
        workers: run.workers, to: $0)
    }
  }

  /// The seats that ask for better.
  private func improving(_ data: CatalogueInput, _ run: CommandRun) throws -> Set<Int>? {
    switch improve {
    case nil: nil
    case "all": Set(0..<data.problem.seatCount)
    case .some(let path):
      try run.gatherText(path) {
        try ImprovementsFile($0, data.problem, students: data.students, catalogue: data.electives).seats
      }
    }
  }

  private func flags(_ made: AllocationParameters) -> [String: String] {
    var flags = ["policy": made.policy.rawValue, "solver": solving.method.rawValue]
    flags["rank-costs"] = made.costs.costs?.map(String.init).joined(separator: ",")
    flags["improve"] = improve == "all" ? "all" : nil
    flags["time-limit"] = solving.timeLimit?.decimal.description
    return flags
  }

  private func summary(
    _ allocation: Allocation, _ repair: RepairProblem, _ data: CatalogueInput, _ withdrawn: Set<Int>
  ) -> [Message] {
    let problem = repair.problem
    func name(_ choice: Int) -> Message {
      guard choice != Allocation.unplaced else { return .place(nil, rank: nil) }
      let offer = Int(problem.optionOffers[choice])
      return .place(data.electives.offers[offer].name, rank: problem.wishedRank(ofOption: choice))
    }
    let moved = problem.seatsByMerit.filter { repair.held[$0] != allocation.choices[$0] }
    func isWorse(_ seat: Int) -> Bool {
      guard let old = repair.held[seat] == Allocation.unplaced ? nil : repair.held[seat] else { return false }
      guard let new = allocation[seat] else { return true }
      return problem.rank(ofOption: new) > problem.rank(ofOption: old)
    }
    let worse = moved.count(where: isWorse)
    let lines = moved.prefix(Self.mostMoves).map { seat in
      Message.move(
        data.students.identifiers[problem.student(ofSeat: seat)], from: name(repair.held[seat]),
        to: name(allocation.choices[seat]))
    }
    return [
      .repaired(
        withdrawn: withdrawn.count, moved: moved.count, worse: worse, displaced: repair.displaced.count),
      .placed(allocation.placed, of: problem.seatCount, bySlot: problem.slotCount > 1),
    ] + lines + (moved.count > Self.mostMoves ? [.moreMoves(moved.count - Self.mostMoves)] : [])
  }
}

import ArgumentParser
import Palmares

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "All policies on the same input, a row each: places, ranks, inequality, justified envy.")

  @OptionGroup var files: EitherFiles
  @OptionGroup var solver: SolverOptions

  @Option(
    help: ArgumentHelp(
      "The cost of a wish of rank 1, 2, …, never falling, for satisfaction and the Gini coefficient. "
        + "Default: rank − 1.", valueName: "0,1,3,6"))
  var rankCosts: RankCosts?

  @Option(
    help: ArgumentHelp(
      "Write here who has another rank by merit than by satisfaction: "
        + "eleve,creneau,rang_merite,rang_satisfaction.", valueName: "file"))
  var differences: String?

  @OptionGroup var published: PublishedAllocationOptions

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if differences == "-" { throw ValidationError("--differences must be a file.") }
  }

  func run() throws {
    let session = CommandRun("allocate compare", input, output, beside: ["--differences": differences])
    let data = try CatalogueInput(files, session)
    let made = try published.settle(nil, rankCosts, seed: data.seed, session)
    let costs = made.costs
    try data.wishes.check(costs)
    var results: [AllocationPolicy: AllocationResult] = [:]
    for policy in AllocationPolicy.allCases {
      results[policy] = try session.phase("model") {
        try solver.made.solve(data.problem, policy: policy, costs: costs, phase: session.begin)
      }
    }
    let rows = AllocationPolicy.allCases.map { policy in
      let result = results[policy]!
      return ComparisonTables.Row(
        policy, AllocationMeasures(result.allocation, data.problem, costs: costs), isProven: result.isProven)
    }
    let changes = results[.merit]!.allocation.rankDifferences(
      to: results[.satisfaction]!.allocation, data.problem)
    let tables = ComparisonTables(output.format)
    try session.writeBeside("--differences", differences) {
      try tables.writeDifferences(
        changes, data.problem, students: data.students.identifiers, slots: data.electives.slots, to: $0)
    }
    try session.write(flags: flags(costs), seed: data.seed) { try tables.write(rows, to: $0) }
    session.say(made.note("rank costs \(costs.text)"))
    data.describe(changes).forEach(session.say)
    let unproven = rows.filter { !$0.isProven }.map(\.policy.rawValue)
    if !unproven.isEmpty {
      throw StoppedAtLimit(
        description:
          "stopped at the time limit, and perhaps not the best: \(unproven.joined(separator: ", "))")
    }
  }

  private func flags(_ costs: RankCosts) -> [String: String] {
    var flags = ["solver": solver.solver.rawValue]
    flags["rank-costs"] = costs.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solver.timeLimit?.decimal.description
    return flags
  }
}

extension CatalogueInput {
  private static var fewDifferences: Int { 5 }

  /// Who gains and who loses by satisfaction instead of merit, the largest changes first.
  fileprivate func describe(_ differences: [RankDifference]) -> [String] {
    func line(_ verb: String, _ changes: [RankDifference]) -> String {
      let worst = (problem.ranks.last ?? 0) + 1
      func size(_ change: RankDifference) -> Int { abs((change.before ?? worst) - (change.after ?? worst)) }
      func word(_ rank: Int?) -> String { rank.map(String.init) ?? "none" }
      let shown = changes.sorted { (size($1), $0.seat) < (size($0), $1.seat) }.prefix(Self.fewDifferences)
        .map { "\(name(ofSeat: $0.seat)) \(word($0.before)) → \(word($0.after))" }
      let more = changes.count > Self.fewDifferences ? ["…"] : []
      let names = changes.isEmpty ? "" : " — " + (shown + more).joined(separator: ", ")
      return "\(verb): \(changes.count)\(names)"
    }
    return [
      "satisfaction instead of merit, \(problem.slotCount > 1 ? "places" : "students"), with the rank by both:",
      line("gain", differences.filter(\.isGain)), line("lose", differences.filter { !$0.isGain }),
    ]
  }
}

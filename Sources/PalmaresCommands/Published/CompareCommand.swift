import ArgumentParser
import Palmares
import Wording

struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: "All policies on the same input, a row each: places, ranks, inequality, justified envy.")
  }

  @OptionGroup var files: EitherFiles
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      "The cost of a wish of rank 1, 2, …, never falling, for satisfaction and the Gini coefficient. "
        + "Default: rank − 1.", valueName: "0,1,3,6"))
  var rankCosts: RankCosts?

  @Option(
    help: ArgumentHelp(
      "Write the students whose rank differs between merit and satisfaction here: "
        + "eleve,creneau,rang_merite,rang_satisfaction.", valueName: "file"))
  var differences: String?

  @OptionGroup var published: PublishedAllocationOptions

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(differences, named: "--differences")
  }

  func run() throws {
    let run = CommandRun("allocate compare", input, output, beside: ["--differences": differences])
    let data = try CatalogueInput(files, run) { _ in try published.check(run) }
    let made = try published.settle(nil, rankCosts, seed: data.seed, run)
    let costs = made.costs
    try data.wishes.check(costs)
    var results: [AllocationPolicy: AllocationSolution] = [:]
    for policy in AllocationPolicy.allCases {
      results[policy] = try run.phase("model") {
        try solving.solver.solve(data.problem, policy: policy, costs: costs, phase: run.begin)
      }
    }
    let rows = AllocationPolicy.allCases.map { policy in
      let result = results[policy]!
      return ComparisonTable.Row(
        policy, AllocationMeasures(result.allocation, data.problem, costs: costs), isProven: result.isProven)
    }
    let changes = results[.merit]!.allocation.rankDifferences(
      to: results[.satisfaction]!.allocation, data.problem)
    try run.writeTableBeside("--differences", differences) {
      try RankDifferencesTable(
        changes, of: data.problem, students: data.students.identifiers, creneaux: data.electives.creneaux
      ).write($0, to: $1)
    }
    try run.write(flags: flags(costs), seed: data.seed) {
      try ComparisonTable(rows).write(output.format, to: $0)
    }
    run.say(made.note("rank costs \(costs.text)"))
    data.describe(changes).forEach(run.say)
    let unproven = rows.filter { !$0.isProven }.map(\.policy.rawValue)
    if !unproven.isEmpty {
      throw StoppedAtLimit(
        description:
          "stopped at the time limit, and perhaps not the best: \(unproven.joined(separator: ", "))")
    }
  }

  private func flags(_ costs: RankCosts) -> [String: String] {
    var flags = ["solver": solving.method.rawValue]
    flags["rank-costs"] = costs.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solving.timeLimit?.decimal.description
    return flags
  }
}

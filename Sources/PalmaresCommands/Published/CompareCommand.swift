import ArgumentParser
import Palmares
import Wording

struct CompareCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: Message(
        fr: """
          Toutes les politiques sur les mêmes données, une ligne chacune : places, rangs, inégalité, envies justifiées.
          """,
        en: "All policies on the same input, a row each: places, ranks, inequality, justified envy."),
      discussion: Message(
        fr: """
          Une envie est justifiée quand un élève voudrait la place d'un autre de moins bon mérite. Le résumé nomme les \
          élèves dont le rang change le plus entre merit (chacun choisit à son tour) et satisfaction.
          """,
        en: """
          Envy is justified where a student would rather have the place of another one of less merit. The summary names the \
          students whose rank differs most between merit (students choose one after the other) and satisfaction.
          """))
  }

  static var example: String {
    """
    palmares allocate compare --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --differences differences.csv -o politiques.csv
    """
  }

  @OptionGroup var files: EitherFiles
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      fr: """
        Le coût d'un vœu de rang 1, 2, …, qui ne baisse jamais, pour satisfaction et pour le coefficient de Gini. Par \
        défaut : rang − 1.
        """,
      en: """
        The cost of a wish of rank 1, 2, …, never falling, for satisfaction and the Gini coefficient. Default: \
        rank − 1.
        """, valueName: Message(verbatim: "0,1,3,6")))
  var rankCosts: RankCosts?

  @Option(
    help: ArgumentHelp(
      fr: """
        Écrire ici les élèves dont le rang change entre merit et satisfaction : \
        eleve,creneau,rang_merite,rang_satisfaction.
        """,
      en: """
        Write the students whose rank differs between merit and satisfaction here: \
        eleve,creneau,rang_merite,rang_satisfaction.
        """, valueName: .file))
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
    run.say(made.note(.rankCosts(costs)))
    data.describe(changes).forEach(run.say)
    let unproven = rows.filter { !$0.isProven }.map(\.policy.rawValue)
    if !unproven.isEmpty {
      throw StoppedAtLimit(.perhapsNotBest(unproven))
    }
  }

  private func flags(_ costs: RankCosts) -> [String: String] {
    var flags = ["solver": solving.method.rawValue]
    flags["rank-costs"] = costs.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solving.timeLimit?.decimal.description
    return flags
  }
}

import ArgumentParser
import Palmares
import Wording

struct RankCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rank",
      abstract: Message(
        fr:
          "La liste d'admissibilité : les candidats qui atteignent les deux barres, dans l'ordre du règlement.",
        en: "The admissibility list: the candidates at or above both barres, in the order of the règlement."))
  }

  static var example: String {
    """
    palmares admission rank Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
      --general-bar 12 --science-bar 11.5 --seed graine --not-admitted others.csv -o list.csv
    """
  }

  @OptionGroup var arguments: CandidatesArguments

  @OptionGroup var ranking: RankingArguments

  @Option(
    help: ArgumentHelp(
      fr: "Écrire ici les autres candidats, avec le motif et ce qui manque à leurs notes.",
      en: "Write the other candidates here, with the reason and what their notes lack.", valueName: .file))
  var notAdmitted: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(notAdmitted, named: "--not-admitted")
  }

  func run() throws {
    let run = CommandRun("admission rank", input, output, beside: ["--not-admitted": notAdmitted])
    let seedRead = try run.gather { try run.seed(ranking.draw) }
    let scores = try run.scores(arguments)
    let seed = try run.gathered(seedRead)
    let draw = Draw(seed: seed)
    let list = ranking.list(scores, draw: draw, run)
    let others = notAdmitted.map { _ in
      run.phase("sort") {
        NotAdmissible(
          scores, generalBarre: ranking.generalBarre, scientificBarre: ranking.scientificBarre, draw: draw,
          workers: run.workers)
      }
    }
    if let others {
      try run.writeTableBeside("--not-admitted", notAdmitted) {
        try NotAdmissibleTable(others).write($0, workers: run.workers, to: $1)
      }
    }
    let flags = [
      "general-bar": ranking.generalBarre.description, "science-bar": ranking.scientificBarre.description,
    ]
    try run.write(flags: flags, seed: seed) {
      try RankingTable(list).write(output.format, workers: run.workers, to: $0)
    }
    summarise(list, run)
    if let others { summarise(others, run) }
  }

  private func summarise(_ others: NotAdmissible, _ run: CommandRun) {
    func count(_ missed: MissedBarres) -> Int { others.missed.count { $0 == missed } }
    run.say(
      .notAdmissible(
        others.count, general: count(.general), scientific: count(.scientific), both: count(.both)))
  }

  private func summarise(_ list: AdmissibilityList, _ run: CommandRun) {
    run.say(
      .admissible(
        list.count, of: list.scores.count, generalBarre: ranking.generalBarre,
        scientificBarre: ranking.scientificBarre))
    guard let best = list.first, let last = list.last else { return }
    run.say(
      .decided(
        DecidingCriterion.allCases.dropFirst().map { criterion in
          (criterion, list.decidedBy.count { $0 == criterion })
        }))
    run.say(
      .generalScores(from: best.generalScore.decimalText(), to: last.generalScore.decimalText()))
  }
}

import ArgumentParser
import Palmares
import Wording

/// What the admissibility list depends on besides the candidates.
struct RankingArguments: ParsableArguments {
  @Option(
    name: .customLong("general-bar"), help: ArgumentHelp("The barre générale, 0 to 20.", valueName: "mark"))
  var generalBarre: Mark

  @Option(
    name: .customLong("science-bar"),
    help: ArgumentHelp("The barre scientifique, 0 to 20.", valueName: "mark"))
  var scientificBarre: Mark

  @OptionGroup var draw: SeedArguments

  func list(_ scores: Scores, draw: Draw, _ run: CommandRun) -> AdmissibilityList {
    run.phase("sort") {
      AdmissibilityList(
        scores, generalBarre: generalBarre, scientificBarre: scientificBarre, draw: draw,
        workers: run.workers)
    }
  }
}

import ArgumentParser
import Palmares
import Wording

/// What the admissibility list depends on besides the candidates.
struct RankingArguments: ParsableArguments {
  @Option(
    name: .customLong("general-bar"),
    help: ArgumentHelp(
      fr: "La barre générale, de 0 à 20.", en: "The barre générale, 0 to 20.", valueName: .mark))
  var generalBarre: Mark

  @Option(
    name: .customLong("science-bar"),
    help: ArgumentHelp(
      fr: "La barre scientifique, de 0 à 20.", en: "The barre scientifique, 0 to 20.", valueName: .mark))
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

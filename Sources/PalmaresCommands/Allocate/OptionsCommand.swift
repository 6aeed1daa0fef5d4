import ArgumentParser
import Palmares
import Wording

struct OptionsCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "options",
      abstract: Message(
        fr:
          "Affecte les options de deuxième année de PDIS : des modules au choix en un seul créneau (règlement 5.4.3).",
        en: "Allocates the second-year options of PDIS: electives with a single créneau (règlement 5.4.3)."))
  }

  static var example: String {
    """
    grep -v mardi Datasets/electives/modules.csv > options.csv
    grep -v B Datasets/electives/wishes.csv > voeux-options.csv
    palmares allocate options --students Datasets/electives/students.csv --modules options.csv \\
      --wishes voeux-options.csv --seed graine --fill -o affectation-options.csv
    """
  }

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try allocation.run("allocate options", fills: fill.isWanted) {
      try CatalogueInput(files, $0, isSingleSlot: true)
    }
  }
}

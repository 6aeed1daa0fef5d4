import ArgumentParser
import Palmares
import Wording

struct ElectivesCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "electives",
      abstract: Message(
        fr: "Affecte les modules au choix : au plus une place par élève et par créneau (règlement 2.4.3).",
        en: "Allocates electives: at most one place per student and créneau (règlement 2.4.3)."))
  }

  static var example: String {
    """
    palmares allocate electives --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv \\
      --seed graine --certificate preuve.json --unplaced sans-module.csv -o affectation.csv
    """
  }

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try allocation.run("allocate electives", fills: fill.isWanted) { try CatalogueInput(files, $0) }
  }
}

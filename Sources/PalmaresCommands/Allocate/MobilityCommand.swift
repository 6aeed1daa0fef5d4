import ArgumentParser
import Palmares
import Wording

struct MobilityCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mobility",
      abstract: Message(
        fr: """
          Affecte les places chez les partenaires aux élèves qui en remplissent les conditions, dans la limite des quotas \
          de l'année (règlement 2.4.5).
          """,
        en:
          "Allocates places at partner universities to eligible students, within the year's quotas (règlement 2.4.5)."
      ))
  }

  static var example: String {
    """
    palmares allocate mobility --students Datasets/mobility/students.csv \\
      --destinations Datasets/mobility/destinations.csv --wishes Datasets/mobility/wishes.csv \\
      --quotas Datasets/mobility/quotas.csv --require-quitus Datasets/mobility/quitus.csv \\
      --seed graine -o departs.csv
    """
  }

  @OptionGroup var files: MobilityFiles
  @OptionGroup var language: LanguageOptions
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate mobility") { try CatalogueInput(files, $0) }
  }
}

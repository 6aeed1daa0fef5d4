import ArgumentParser
import Palmares
import Wording

struct OptionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "options",
      abstract:
        "Allocates the second-year options of PDIS: electives with a single créneau (règlement 5.4.3).")
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

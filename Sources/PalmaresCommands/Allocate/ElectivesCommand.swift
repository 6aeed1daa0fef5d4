import ArgumentParser
import Palmares
import Wording

struct ElectivesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "electives",
      abstract:
        "Allocates electives: one place per student and créneau, as far as places last (règlement 2.4.3).")
  }

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try allocation.run("allocate electives", fills: fill.isWanted) { try CatalogueInput(files, $0) }
  }
}

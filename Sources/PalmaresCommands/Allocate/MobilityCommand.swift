import ArgumentParser
import Palmares
import Wording

struct MobilityCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mobility",
      abstract:
        "Allocates places at partner universities to eligible students, within the year's quotas (règlement 2.4.5)."
    )
  }

  @OptionGroup var files: MobilityFiles
  @OptionGroup var language: LanguageOptions
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate mobility") { try CatalogueInput(files, $0) }
  }
}

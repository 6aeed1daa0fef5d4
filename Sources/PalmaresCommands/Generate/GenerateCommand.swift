import ArgumentParser
import Wording

struct GenerateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate",
      abstract: "Made-up data of realistic shape, the same bytes on every machine.",
      subcommands: [
        GeneratePDISCommand.self, GenerateExportCommand.self, GenerateElectivesCommand.self,
        GenerateMobilityCommand.self,
        GenerateGradesCommand.self,
      ])
  }

  @OptionGroup var language: LanguageOptions
}

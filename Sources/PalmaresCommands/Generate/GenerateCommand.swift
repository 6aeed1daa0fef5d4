import ArgumentParser
import Wording

struct GenerateCommand: ParsableCommand, ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate",
      abstract: Message(
        fr: "Des données inventées, d'allure réaliste, identiques à l'octet près sur toute machine.",
        en: "Made-up data of realistic shape, the same bytes on every machine."),
      subcommands: [
        GeneratePDISCommand.self, GenerateExportCommand.self, GenerateElectivesCommand.self,
        GenerateMobilityCommand.self,
        GenerateGradesCommand.self,
      ])
  }

  static var example: String { GeneratePDISCommand.example }

  @OptionGroup var language: LanguageOptions
}

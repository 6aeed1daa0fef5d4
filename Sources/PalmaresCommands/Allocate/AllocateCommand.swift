import ArgumentParser
import Wording

struct AllocateCommand: ParsableCommand, ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "allocate",
      abstract: Message(
        fr: """
          Affecte les modules et les places à l'étranger au mieux, preuve à l'appui (règlement 2.4.3, 2.4.5, 5.4.3).
          """,
        en: """
          Allocates modules and places abroad: the best allocation, with its proof (règlement 2.4.3, 2.4.5, 5.4.3).
          """),
      subcommands: [
        ElectivesCommand.self, OptionsCommand.self, MobilityCommand.self, VerifyCommand.self,
        ExplainCommand.self, SwapCommand.self, RepairCommand.self, CompareCommand.self,
      ])
  }

  static var example: String { ElectivesCommand.example }

  @OptionGroup var language: LanguageOptions
}

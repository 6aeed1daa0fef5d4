import ArgumentParser
import Wording

struct AdmissionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admission",
      abstract: "From candidates' marks to the final list (PDIS, Parcoursup; règlement 5.2.1).",
      subcommands: [
        ImportCommand.self, ScoreCommand.self, BarresCommand.self, RankCommand.self, ConvokeCommand.self,
        AdmitCommand.self, AdmissionExplainCommand.self,
        CallOrderCommand.self, CallsCommand.self,
        DrawCommand.self,
      ])
  }

  @OptionGroup var language: LanguageOptions
}

import ArgumentParser
import Wording

struct AdmissionCommand: ParsableCommand, ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admission",
      abstract: Message(
        fr: "Des notes des candidats à la liste finale et aux appels (PDIS, Parcoursup ; règlement 5.2.1).",
        en: "From candidates' marks to the final list and the calls (PDIS, Parcoursup; règlement 5.2.1)."),
      subcommands: [
        ImportCommand.self, ScoreCommand.self, BarresCommand.self, RankCommand.self, ConvokeCommand.self,
        AdmitCommand.self, AdmissionExplainCommand.self,
        CallOrderCommand.self, CallsCommand.self,
        DrawCommand.self,
      ])
  }

  static var example: String { RankCommand.example }

  @OptionGroup var language: LanguageOptions
}

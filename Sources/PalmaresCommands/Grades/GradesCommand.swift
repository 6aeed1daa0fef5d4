import ArgumentParser
import Wording

struct GradesCommand: ParsableCommand, ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grades",
      abstract: Message(
        fr: "Des notes aux UE validées, aux mentions et au GPA (règlement 1.3.2, 1.3.3, 2.5, 3.2.1, 5.5).",
        en: "From marks to UEs validated, mentions and GPA (règlement 1.3.2, 1.3.3, 2.5, 3.2.1, 5.5)."),
      subcommands: [ValidateCommand.self, MentionsCommand.self, GPACommand.self])
  }

  static var example: String { ValidateCommand.example }

  @OptionGroup var language: LanguageOptions
}

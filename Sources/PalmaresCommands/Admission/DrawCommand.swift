import ArgumentParser
import Wording

struct DrawCommand: ParsableCommand, ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draw",
      abstract: Message(
        fr: """
          La graine du tirage au sort : son engagement est publié avant la session, la graine elle-même après.
          """,
        en: "The seed of the draw: publish its commitment before the session, the seed after."),
      subcommands: [DrawNewCommand.self, DrawCheckCommand.self])
  }

  static var example: String { DrawCheckCommand.example }

  @OptionGroup var language: LanguageOptions
}

import ArgumentParser
import Wording

struct DrawCommand: ParsableCommand {
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

  @OptionGroup var language: LanguageOptions
}

import ArgumentParser
import Wording

struct DrawCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draw",
      abstract: "The seed of the draw: publish its commitment before the session, the seed after.",
      subcommands: [DrawNewCommand.self, DrawCheckCommand.self])
  }

  @OptionGroup var language: LanguageOptions
}

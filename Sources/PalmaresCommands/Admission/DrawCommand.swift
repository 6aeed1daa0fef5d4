import ArgumentParser

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "The seed of the draw: publish its commitment before the session, the seed after.",
    subcommands: [DrawNewCommand.self, DrawCheckCommand.self])
}

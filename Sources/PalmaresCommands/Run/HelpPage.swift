import ArgumentParser
import Wording

/// The help of a command, as it is shown: the argument parser's page in the language of the run, and the command's
/// example.
struct HelpPage: CustomStringConvertible {
  let description: String

  /// - Parameter page: what the argument parser shows: a help page, or something else that it was asked for.
  init(_ page: String) {
    guard let command = Self.command(of: page) else {
      description = page
      return
    }
    var lines = [ParserWords.translated(page)]
    if let example = (command as? any ExampleCommand.Type)?.example {
      let title = Message(fr: "EXEMPLE :", en: "EXAMPLE:").text
      lines +=
        ["", title] + example.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }
    description = lines.joined(separator: "\n")
  }

  /// The command whose usage a help page shows.
  private static func command(of page: String) -> (any ParsableCommand.Type)? {
    let mark = "USAGE: palmares"
    guard let usage = page.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else { return nil }
    var command: any ParsableCommand.Type = PalmaresCommand.self
    for word in usage.dropFirst(mark.count).split(separator: " ") {
      guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else {
        break
      }
      command = next
    }
    return command
  }
}

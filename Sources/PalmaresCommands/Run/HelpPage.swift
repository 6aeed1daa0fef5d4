import ArgumentParser
import Wording

/// The help of a command, as it is shown: the argument parser's page in the language of the run, and the command's
/// example.
struct HelpPage: CustomStringConvertible {
  let description: String

  /// The columns that the argument parser is asked for, so that it breaks no line: the French of a line has another
  /// length.
  static let unbroken = 100_000

  /// Where the texts of arguments begin.
  private static let textColumn = 26

  /// - Parameters:
  ///   - page: what the argument parser shows, without line breaks of its own: a help page, or something else that it
  ///     was asked for.
  ///   - width: how wide a line may be.
  init(_ page: String, width: Int) {
    guard let command = Self.command(of: page) else {
      description = page
      return
    }
    var lines = ParserWords.translated(page).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).flatMap { Self.broken($0, width) }
    if let example = (command as? any ExampleCommand.Type)?.example {
      while lines.last?.isEmpty ?? false { lines.removeLast() }
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

  /// A line, as the lines of a page.
  private static func broken(_ line: String, _ width: Int) -> [String] {
    let isUsage = line.hasPrefix("USAGE")
    let indent = isUsage ? 2 : line.hasPrefix("  ") ? textColumn : 0
    guard width > indent + 20 else { return [line] }
    var lines: [String] = []
    var rest = Array(line)
    while rest.count > width {
      let spaces = rest.indices.dropFirst(indent).filter { index in
        rest[index] == " " && !(isUsage && isBeforeValue(index, in: rest))
      }
      guard let space = spaces.last(where: { $0 < width }) ?? spaces.first else { break }
      lines.append(String(rest[..<space]))
      rest = Array(repeating: " ", count: indent) + rest[(space + 1)...]
    }
    return lines + [String(rest)]
  }

  /// Whether a space stands between an option and its value.
  private static func isBeforeValue(_ space: Int, in line: [Character]) -> Bool {
    guard space + 1 < line.count, line[space + 1] == "<" else { return false }
    let word = line[..<space].split(separator: " ").last ?? []
    return word.starts(with: "-") || word.starts(with: "[-")
  }
}

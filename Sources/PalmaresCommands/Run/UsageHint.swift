import ArgumentParser
import Foundation
import Palmares
import Wording

/// What a refused command line may have meant.
enum UsageHint {
  /// A command's flags, as the argument parser describes them.
  private struct Description: Decodable {
    struct Command: Decodable {
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let names: [Name]?
      let allValues: [String]?
    }

    let command: Command
  }

  /// The argument parser's message, and what the first word of the command line that is no command, flag or value
  /// may have meant.
  static func message(_ message: String, for arguments: [String]) -> String {
    guard let hint = hint(for: arguments) else { return message }
    var lines = message.split(separator: "\n").map(String.init)
    guard let first = lines.first else { return message }
    switch hint {
    case .instead(let sentence):
      // Its own error may be another one, of what is missing.
      lines[0] = Message.error(sentence).text
      lines.removeAll { $0.hasPrefix("Help:") }
    case .beside(let sentence):
      guard first.contains("Please provide one of") else { return message }
      lines[0] += " " + sentence.text
    }
    return lines.joined(separator: "\n")
  }

  private enum Hint {
    case instead(Message)
    case beside(Message)
  }

  private static func hint(for arguments: [String]) -> Hint? {
    var command: any ParsableCommand.Type = PalmaresCommand.self
    var rest = withoutLanguage(arguments)[...]
    while let word = rest.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
      let subcommands = command.configuration.subcommands
      guard let next = subcommands.first(where: { $0._commandName == word }) else {
        let isRoot = command == PalmaresCommand.self
        if isRoot, word == "help" { return hint(forFlags: rest.dropFirst(), of: command) }
        let names = subcommands.map { $0._commandName }
        return .instead(
          sentence(.unknownCommand(word), nearest: word, names + (isRoot ? ["help"] : []))
            + Message(verbatim: " ") + .theCommands(names))
      }
      command = next
      rest.removeFirst()
    }
    // To describe a command takes long.
    guard rest.contains(where: { $0.hasPrefix("-") }) else { return nil }
    return hint(forFlags: rest, of: command)
  }

  /// The arguments of a command itself, without those of its subcommands.
  private static func arguments(of command: any ParsableCommand.Type) -> [Description.Argument] {
    guard command.configuration.subcommands.isEmpty else { return [] }
    let json = Data(command._dumpHelp().utf8)
    return (try? JSONDecoder().decode(Description.self, from: json))?.command.arguments ?? []
  }

  private static func hint(
    forFlags words: ArraySlice<String>, of command: any ParsableCommand.Type
  ) -> Hint? {
    var flags: [String: [String]] = [
      "--help": [], "-h": [], "--help-hidden": [], "--version": [], "--generate-completion-script": [],
    ]
    for argument in arguments(of: command) {
      for name in argument.names ?? [] {
        flags[(name.kind == "long" ? "--" : "-") + name.name] = argument.allValues ?? []
      }
    }
    var words = words
    while let word = words.popFirst(), word != "--" {
      guard word.hasPrefix("-"), word.contains(where: \.isLetter) else { continue }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let values = flags[parts[0]] else {
        guard parts[0].hasPrefix("--") else { return nil }
        let names = flags.keys.filter { $0.hasPrefix("--") }.sorted()
        return .instead(sentence(.unknownOption(parts[0]), nearest: parts[0], names))
      }
      guard !values.isEmpty, let value = parts.count > 1 ? parts[1] : words.first, !values.contains(value)
      else { continue }
      return nearestName(to: value, in: values).map { .beside(.didYouMean($0)) }
    }
    return nil
  }

  private static func sentence(_ statement: Message, nearest word: String, _ names: [String]) -> Message {
    statement
      + (nearestName(to: word, in: names).map { Message(verbatim: " ") + .didYouMean($0) }
        ?? Message(verbatim: ""))
  }

  /// A command line without `--lang`, which stands anywhere.
  private static func withoutLanguage(_ arguments: [String]) -> [String] {
    var kept: [String] = []
    var rest = arguments[...]
    while let word = rest.first, word != "--" {
      rest.removeFirst()
      if word == "--lang" { rest = rest.dropFirst() } else if !word.hasPrefix("--lang=") { kept.append(word) }
    }
    return kept + rest
  }
}

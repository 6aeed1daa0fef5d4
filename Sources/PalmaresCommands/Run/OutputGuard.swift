import FileStore
import Palmares
import Wording

/// A command line that asks for what cannot be done.
struct UsageError: Error, Worded {
  let message: Message

  init(_ reason: Message) { message = Message(fr: "Erreur : \(reason)", en: "Error: \(reason)") }
}

/// Keeps the outputs of a command off its inputs, and off each other.
struct OutputGuard {
  private var outputs: [FileIdentity: (flag: String, path: String)] = [:]
  private var inputs: [FileIdentity: String] = [:]
  private var readsStandardInput = false

  static let standardInputTwice = Message(
    fr: "Un seul fichier peut être l'entrée standard.", en: "Only one file can be standard input.")

  /// - Parameter path: nil for standard output.
  /// - Throws: ``UsageError`` where the file is an input, or another output.
  mutating func add(output path: String?, flag: String) throws {
    guard let identity = path.map(FileIdentity.init(path:)) ?? .ofStandardOutput else { return }
    let path = path ?? Message.standardOutput.text
    if let other = outputs[identity] {
      guard other != (flag, path) else { return }
      throw UsageError(
        Message(
          fr: "\(other.flag) et \(flag) désignent le même fichier.",
          en: "\(other.flag) and \(flag) name the same file."))
    }
    outputs[identity] = (flag, path)
    if let input = inputs[identity] { throw Self.refusal(flag, path, input) }
  }

  /// - Throws: ``UsageError`` where the file is an output, or standard input a second time.
  mutating func add(input path: String) throws {
    if path == "-" {
      if readsStandardInput { throw UsageError(Self.standardInputTwice) }
      readsStandardInput = true
    }
    guard let identity = FileIdentity(path: path) else { return }
    inputs[identity] = path
    if let output = outputs[identity] { throw Self.refusal(output.flag, output.path, path) }
  }

  private static func refusal(_ flag: String, _ output: String, _ input: String) -> UsageError {
    let name = input == "-" ? Message.standardInput : Message(verbatim: input)
    return UsageError(
      Message(
        fr:
          "\(flag) (\(output)) écraserait un fichier lu par la commande, \(name) : donnez un autre fichier.",
        en: "\(flag) (\(output)) would write over an input of the command, \(name): give another file."))
  }
}

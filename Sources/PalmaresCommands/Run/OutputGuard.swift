import FileStore
import Palmares
import Wording

/// A command line that asks for what cannot be done.
struct UsageError: Error, Worded {
  let message: Message

  init(_ reason: Message) { message = .error(reason) }
}

/// Keeps the outputs of a command off its inputs, and off each other.
struct OutputGuard {
  private var outputs: [FileIdentity: (flag: String, path: String)] = [:]
  private var inputs: [FileIdentity: String] = [:]
  private var readsStandardInput = false

  /// - Parameter path: nil for standard output.
  /// - Throws: ``UsageError`` where the file is an input, or another output.
  mutating func add(output path: String?, flag: String) throws {
    guard let identity = path.map(FileIdentity.init(path:)) ?? .ofStandardOutput else { return }
    let path = path ?? Message.standardOutput.text
    if let other = outputs[identity] {
      guard other != (flag, path) else { return }
      throw UsageError(.sameOutput(other.flag, flag))
    }
    outputs[identity] = (flag, path)
    if let input = inputs[identity] { throw Self.refusal(flag, path, input) }
  }

  /// - Throws: ``UsageError`` where the file is an output, or standard input a second time.
  mutating func add(input path: String) throws {
    if path == "-" {
      if readsStandardInput { throw UsageError(.standardInputTwice) }
      readsStandardInput = true
    }
    guard let identity = FileIdentity(path: path) else { return }
    inputs[identity] = path
    if let output = outputs[identity] { throw Self.refusal(output.flag, output.path, path) }
  }

  private static func refusal(_ flag: String, _ output: String, _ input: String) -> UsageError {
    UsageError(.outputOverInput(flag, path: output, input: input))
  }
}

import ArgumentParser
import Palmares

/// How a command reads its inputs.
struct InputOptions: ParsableArguments {
  @Option(help: "Encoding of the input tables.")
  var encoding: TextEncoding = .utf8

  @Option(
    help: ArgumentHelp(
      "Columns to ignore although they are named almost like one that is read.",
      valueName: "name,…"))
  var ignore: String?

  @Option(help: "Threads to use; the result is the same for any number. Default: one per processor.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }

  var workers: Workers { Workers(count: threads) }

  var ignoredColumns: [String] { ignore?.split(separator: ",").map(String.init) ?? [] }
}

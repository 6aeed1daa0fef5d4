import ArgumentParser
import FileStore
import Palmares
import Wording

struct DrawCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Verify a seed against its published commitment: exit 0 and 'valid', or 65.")
  }

  @OptionGroup var draw: SeedArguments
  @OptionGroup var language: LanguageOptions

  @Option(help: ArgumentHelp("The published commitment, 64 hexadecimal digits.", valueName: "sha256"))
  var commitment: String

  func validate() throws {
    guard commitment.count == 64, commitment.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw ValidationError("--commitment must be 64 hexadecimal digits.")
    }
  }

  func run() throws {
    let run = CommandRun(
      "admission draw check", try InputOptions.parse([]), try OutputOptions.parse([]))
    let seed = try run.seed(draw)
    guard seed.matches(commitment: commitment) else {
      throw BadData(description: "not the seed of this commitment")
    }
    try OutputFile(path: nil).write("valid\n")
    run.noteCommitment(of: seed)
    run.finish()
  }
}

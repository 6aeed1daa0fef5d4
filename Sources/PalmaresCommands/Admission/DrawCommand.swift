import ArgumentParser
import FileStore
import Palmares

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "The seed of the draw: publish its commitment before the session, the seed after.",
    subcommands: [New.self, Check.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a random seed and its SHA-256 commitment: graine,engagement.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      let session = CommandRun("admission draw new", try InputOptions.parse([]), output)
      let seed = DrawSeed.random()
      do {
        try session.write(seed: seed, placement: .keeping) {
          try SeedTable(seed).write(output.format, to: $0)
        }
      } catch let error as FileStoreError where error.code == .exists {
        throw SeedKept(
          description: "\(error). The seed in it would be lost, and its commitment may be public")
      }
      session.say("keep graine to yourself until the session is over; publish engagement now")
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify a seed against its published commitment: exit 0 and 'valid', or 65.")

    @OptionGroup var draw: SeedArguments

    @Option(help: ArgumentHelp("The published commitment, 64 hexadecimal digits.", valueName: "sha256"))
    var commitment: String

    func validate() throws {
      guard commitment.count == 64, commitment.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
        throw ValidationError("--commitment must be 64 hexadecimal digits.")
      }
    }

    func run() throws {
      let session = CommandRun(
        "admission draw check", try InputOptions.parse([]), try OutputOptions.parse([]))
      let seed = try session.seed(draw)
      guard seed.matches(commitment: commitment) else {
        throw BadData(description: "not the seed of this commitment")
      }
      try OutputFile(path: nil).write("valid\n")
      session.noteCommitment(of: seed)
      session.finish()
    }
  }
}

/// A seed's file that is not replaced by another one.
struct SeedKept: Error, CustomStringConvertible {
  let description: String
}

import ArgumentParser
import FileStore
import Palmares

/// The source of a seed: the command line, or a file, which keeps it out of the shell's history.
struct SeedOptions: ParsableArguments {
  @Option(help: "The seed of the draw (see: admission draw new).")
  var seed: DrawSeed?

  @Option(
    name: .customLong("seed-file"),
    help: ArgumentHelp(
      "The seed's file instead: its first line, or the column graine that draw new writes.", valueName: "file"
    ))
  var file: String?

  var isGiven: Bool { seed != nil || file != nil }

  func validate() throws {
    if seed != nil, file != nil { throw ValidationError("Give --seed or --seed-file, not both.") }
  }

  /// Refuses a command line without a seed.
  func require() throws {
    if !isGiven { throw ValidationError("Missing the seed: give --seed or --seed-file.") }
  }
}

/// The seed of a command that needs one.
struct SeedArguments: ParsableArguments {
  @OptionGroup var options: SeedOptions

  func validate() throws { try options.require() }
}

extension CommandRun {
  /// The shortest seed that is not easily guessed from its commitment, in characters.
  private static let shortestSeed = 16

  /// The seed of the draw.
  func seed(_ arguments: SeedArguments) throws -> DrawSeed { try seed(arguments.options) }

  func seed(_ options: SeedOptions) throws -> DrawSeed {
    if let seed = options.seed { return seed }
    guard let path = options.file else { preconditionFailure("a seed is required when arguments are read") }
    let file = try open(path)
    return try file.withUnsafeBytes { try SeedFile($0, file: path).seed }
  }

  /// Notes that a short seed can be guessed from its published commitment.
  func noteCommitment(of seed: DrawSeed) {
    if seed.text.count < Self.shortestSeed {
      note("the seed is short, and can be guessed from its commitment: admission draw new makes a long one")
    }
  }
}

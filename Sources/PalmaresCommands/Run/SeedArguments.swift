import ArgumentParser
import FileStore
import Palmares
import Wording
import Workbooks

/// The source of a seed: the command line, or a file, which keeps it out of the shell's history.
struct SeedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      fr: "La graine du tirage au sort (voir : admission draw new).",
      en: "The seed of the draw (see: admission draw new).", valueName: Message(fr: "graine", en: "seed")))
  var seed: DrawSeed?

  @Option(
    name: .customLong("seed-file"),
    help: ArgumentHelp(
      fr: "Ou le fichier de la graine : sa première ligne, ou la colonne graine qu'écrit draw new.",
      en: "The seed's file instead: its first line, or the column graine that draw new writes.",
      valueName: .file))
  var file: String?

  var isGiven: Bool { seed != nil || file != nil }

  func validate() throws {
    if seed != nil, file != nil {
      throw ValidationError(.twoSeeds)
    }
  }

  /// Refuses a command line without a seed.
  func require() throws {
    if !isGiven { throw ValidationError(.noSeed) }
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
    let table = TablePath(path)
    let file = try open(table.file)
    if table.sheet != nil || file.isWorkbook {
      return try SourceText.withTable(of: file, sheet: table.sheet) { try SeedFile($0).seed }
    }
    return try file.withUnsafeBytes { try SeedFile($0, file: path).seed }
  }

  /// Notes that a short seed can be guessed from its published commitment.
  func noteCommitment(of seed: DrawSeed) {
    if seed.text.count < Self.shortestSeed { note(.shortSeed) }
  }
}

public import ArgumentParser
public import Palmares

extension Mark: ExpressibleByArgument {
  /// `12.5` or `12,5`.
  public init?(argument: String) {
    guard let decimal = try? FixedDecimal(parsing: argument), let mark = Mark(decimal) else { return nil }
    self = mark
  }
}

extension DrawSeed: ExpressibleByArgument {
  /// Any text but an empty one, or one that was not UTF-8: different bytes would then be the same seed.
  public init?(argument: String) {
    guard !argument.unicodeScalars.contains("\u{FFFD}") else { return nil }
    self.init(argument)
  }
}

extension CallQuota: ExpressibleByArgument {
  /// `20`: whole percent, 0 to 100.
  public init?(argument: String) {
    guard argument.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let percent = Int(argument) else {
      return nil
    }
    self.init(percent: percent)
  }
}

extension DailyChance: ExpressibleByArgument {
  /// `12.5` or `12,5` percent.
  public init?(argument: String) {
    guard let percent = try? FixedDecimal(parsing: argument) else { return nil }
    self.init(percent: percent)
  }
}

extension TableFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}

/// How a command reads its inputs.
struct InputOptions: ParsableArguments {
  @Option(help: "Encoding of the input tables.")
  var encoding: TextEncoding = .utf8

  @Option(
    help: ArgumentHelp(
      "Columns that are meant to be ignored, although they are named almost like one that is read.",
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

/// How a command writes its table.
struct OutputOptions: ParsableArguments {
  @Option(help: "Format of the table.")
  var format: TableFormat = .csv

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write the table here, whole or not at all. Default: standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write a JSON record of inputs, outputs and flags: with the seed, enough for palmares replay.",
      valueName: "file"))
  var manifest: String?

  @Flag(help: "Print the time of each phase on standard error, a JSON object a line.")
  var timings = false

  @Flag(name: .shortAndLong, help: "No summary on standard error.")
  var quiet = false

  func validate() throws {
    if manifest == "-" { throw ValidationError("--manifest must be a file.") }
  }

  /// nil for standard output.
  var path: String? { output == "-" ? nil : output }

  /// The same without files: the table goes to standard output, for `--dry-run`.
  var onTerminal: OutputOptions {
    var options = self
    options.output = nil
    options.manifest = nil
    return options
  }
}

/// Refuses standard output where a file is needed.
func checkIsFile(_ path: String?, named flag: String) throws {
  if path == "-" { throw ValidationError("\(flag) must be a file.") }
}

/// What `score`, `bars` and `rank` are given.
struct CandidatesArguments: ParsableArguments {
  @Argument(help: "The candidates file; - for standard input.")
  var candidates: String

  @Option(help: ArgumentHelp("The marks and their coefficients, in YAML.", valueName: "file"))
  var scheme: String

  func validate() throws {
    if scheme == "-" { throw ValidationError("--scheme must be a file.") }
  }
}

/// What the admissibility list depends on besides the candidates.
struct RankingArguments: ParsableArguments {
  @Option(
    name: .customLong("general-bar"), help: ArgumentHelp("The barre générale, 0 to 20.", valueName: "mark"))
  var generalBarre: Mark

  @Option(
    name: .customLong("science-bar"),
    help: ArgumentHelp("The barre scientifique, 0 to 20.", valueName: "mark"))
  var scientificBarre: Mark

  @OptionGroup var draw: SeedArguments

  func list(_ scored: Scored, draw: Draw, _ session: CommandRun) -> AdmissibilityList {
    session.phase("sort") {
      AdmissibilityList(
        scored.candidates, notes: scored.notes, generalBarre: generalBarre, scientificBarre: scientificBarre,
        draw: draw, workers: session.workers)
    }
  }
}

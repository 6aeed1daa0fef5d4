import ArgumentParser
import Palmares

/// How a command writes its table.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: """
      Format of the table. Default: xlsx where -o names a file .xlsx, else csv. Other tables of the command have the \
      same format, or a workbook's where their name ends in .xlsx; beside a workbook, that of their name.
      """)
  var givenFormat: OutputFormat?

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
    try checkIsFile(manifest, named: "--manifest")
    if let givenFormat { try checkName(path, givenFormat) }
  }

  var fileFormat: OutputFormat { givenFormat ?? (OutputFormat(nameOf: path) == .xlsx ? .xlsx : .csv) }

  /// What the rows of the table are written in.
  var format: TableFormat { fileFormat.table }

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

/// Refuses a name that promises a workbook, where the file is none.
func checkName(_ path: String?, _ format: OutputFormat) throws {
  if format.contradicts(path) {
    throw ValidationError(
      "-o \(path ?? "") names a workbook, and --format \(format.rawValue) is none: give one or the other.")
  }
}

/// Refuses a command line that reads standard input twice.
func checkOneStandardInput(_ paths: [String?]) throws {
  if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError(OutputGuard.standardInputTwice) }
}

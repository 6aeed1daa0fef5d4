import ArgumentParser
import Palmares
import Wording

/// How a command writes its table.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp(fr: "Format du tableau.", en: "Format of the table."))
  var format: TableFormat = .csv

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      fr: "Le fichier où écrire le tableau, en entier ou pas du tout. Par défaut : la sortie standard.",
      en: "Write the table here, whole or not at all. Default: standard output.", valueName: .file))
  var output: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Noter en JSON les fichiers lus et écrits et les options : avec la graine, de quoi refaire le traitement par \
        palmares replay.
        """,
      en: "Write a JSON record of inputs, outputs and flags: with the seed, enough for palmares replay.",
      valueName: .file))
  var manifest: String?

  @Flag(
    help: ArgumentHelp(
      fr: "Dire la durée de chaque étape sur la sortie d'erreur, un objet JSON par ligne.",
      en: "Print the time of each phase on standard error, a JSON object a line."))
  var timings = false

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(fr: "Pas de résumé sur la sortie d'erreur.", en: "No summary on standard error."))
  var quiet = false

  func validate() throws {
    try checkIsFile(manifest, named: "--manifest")
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
  if path == "-" {
    throw ValidationError(Message(fr: "\(flag) doit être un fichier.", en: "\(flag) must be a file."))
  }
}

/// Refuses a command line that reads standard input twice.
func checkOneStandardInput(_ paths: [String?]) throws {
  if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError(OutputGuard.standardInputTwice) }
}

import ArgumentParser
import Palmares
import Wording

/// How a command writes its table.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      fr: """
        Format du tableau. Par défaut : xlsx si -o nomme un fichier .xlsx, sinon csv. Les autres tableaux de la \
        commande ont le même format, ou celui d'un classeur si leur nom finit par .xlsx ; à côté d'un classeur, celui \
        de leur nom.
        """,
      en: """
        Format of the table. Default: xlsx where -o names a file .xlsx, else csv. Other tables of the command have the \
        same format, or a workbook's where their name ends in .xlsx; beside a workbook, that of their name.
        """))
  var givenFormat: OutputFormat?

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
    if let path { try checkIsWritten(path) }
    if let givenFormat { try checkName(path, format: givenFormat.rawValue) }
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
  if path == "-" {
    throw ValidationError(.mustBeFile(flag))
  }
}

/// Refuses a name that promises another kind of file: a spreadsheet would not open it.
///
/// - Parameter format: as it was given.
func checkName(_ path: String?, format: String) throws {
  guard let path, let named = OutputFormat(nameOf: path) else { return }
  switch (named == .xlsx, format == OutputFormat.xlsx.rawValue) {
  case (true, false): throw ValidationError(.nameOfWorkbook(path, format: format))
  case (false, true): throw ValidationError(.workbookOfAnotherName(path))
  default: break
  }
}

/// Refuses the names of spreadsheets' files that no command writes, and that of a sheet: it would hide the sheet itself.
private func checkIsWritten(_ path: String) throws {
  let name = path.lowercased()
  if [".xls", ".xlsm", ".xlsb", ".ods"].contains(where: name.hasSuffix) || name.contains(".xlsx#") {
    throw ValidationError(.unwrittenSpreadsheet(path))
  }
}

/// Refuses a command line that reads standard input twice.
func checkOneStandardInput(_ paths: [String?]) throws {
  if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError(.standardInputTwice) }
}

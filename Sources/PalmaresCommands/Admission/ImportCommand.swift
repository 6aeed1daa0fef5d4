import ArgumentParser
import Palmares
import Wording

struct ImportCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Message(
        fr: "Fait de l'export de la plateforme le tableau des candidats, avec des moyennes exactes.",
        en: "The platform's candidate export as a candidates file: the columns of a mapping, means exact."),
      discussion: Message(
        fr: """
          La correspondance (--mapping) dit quelles colonnes de l'export deviennent quelles évaluations. Seules ces \
          colonnes sont gardées en mémoire ; une colonne qui identifie une personne (nom, adresse, courriel…) est \
          refusée. Une moyenne est écrite avec 6 décimales au plus et, à côté, dans *_exacte, en une fraction : c'est \
          elle que lisent rank et les autres commandes.
          """,
        en: """
          Only the columns that the mapping names are kept in memory; one that identifies a person (name, address, \
          e-mail, …) is refused. A mean is written with at most 6 decimals, and beside it in *_exacte as a fraction, \
          which is what rank and the other commands read.
          """))
  }

  static var example: String {
    """
    palmares admission import Datasets/export/export.csv --mapping Datasets/export/mapping.yaml \\
      --audit -o candidates.csv
    palmares admission rank candidates.csv --scheme Datasets/export/scheme.yaml \\
      --general-bar 12 --science-bar 11.5 --seed graine -o list.csv
    """
  }

  @Argument(
    help: ArgumentHelp(
      fr: "L'export ; - pour l'entrée standard.", en: "The export; - for standard input.",
      valueName: Message(fr: "export", en: "export")))
  var export: String

  @Option(
    help: ArgumentHelp(
      fr: "La correspondance en YAML : ce qui est lu de quelle colonne.",
      en: "What is read of which column, in YAML.", valueName: .file))
  var mapping: String

  @Flag(
    help: ArgumentHelp(
      fr: """
        Montrer, sur la sortie d'erreur, les colonnes gardées et leur usage, et les mots des colonnes qui en ont peu, \
        avec le nombre de lignes où chacun se trouve et ce qui en a été lu.
        """,
      en: """
        List on standard error the columns that were kept, each with its use, and the words of each column of few \
        words, with how many rows hold each and how it was read.
        """))
  var audit = false

  @Option(
    help: ArgumentHelp(
      fr: "Écrire ici les candidats et les notes que la correspondance laisse de côté, chacun avec le motif.",
      en: "Write the candidates and marks that the mapping leaves out here, with the reason, a row each.",
      valueName: .file))
  var leftOut: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(mapping, named: "--mapping")
    try checkIsFile(leftOut, named: "--left-out")
  }

  func run() throws {
    let run = CommandRun("admission import", input, output, beside: ["--left-out": leftOut])
    let imported = try run.phase("read") {
      let rules = try run.gather {
        try run.withBytes(mapping) { bytes throws(InputDefects) in
          try ExportMapping(yaml: bytes, file: mapping)
        }
      }
      let imported = try run.gatherText(
        export, with: rules,
        read: { try ImportedCandidates($0, mapping: $1, workers: run.workers) },
        cells: ImportedCandidates.checkRows)
      return try run.gathered(imported)
    }
    try run.writeTableBeside("--left-out", leftOut) {
      try imported.omissions.write($0, workers: run.workers, to: $1)
    }
    try run.write {
      try imported.table.write(output.format, workers: run.workers, to: $0)
    }
    summarise(imported, run)
    if audit { list(imported.audit) }
  }

  private func summarise(_ imported: ImportedCandidates, _ run: CommandRun) {
    let count = imported.count
    if count + imported.leftOut == 0 {
      run.sayEmpty(export, .ofCandidate)
    }
    let counts = imported.omissions.counts
    let others = counts.filter { $0.reason == .doublette }.map(\.count).reduce(0, +)
    run.say(.imported(count, withoutDoublette: others))
    for omission in counts where omission.reason != .doublette { run.say(.leftOut(omission)) }
    if count == 0, imported.leftOut > 0 { run.say(.everyoneLeftOut) }
    for note in imported.notes { run.say(.note(note)) }
    run.say(.columnsKept(imported.audit.kept.count, of: imported.audit.columnCount))
  }

  /// Asked for, and so printed with --quiet too.
  private func list(_ audit: ExportAudit) {
    for column in audit.kept {
      writeToStandardError("\(column.position): \(column.header) → \(column.uses.joined(separator: ", "))\n")
    }
    for words in audit.words {
      let (use, header) = (words.use, words.header)
      writeToStandardError(Message(fr: "\(use) : \(header)", en: "\(use): \(header)").text + "\n")
      for value in words.values {
        writeToStandardError(Message.word(value).text + "\n")
      }
      if words.others > 0 { writeToStandardError(Message.moreWords(words.others).text + "\n") }
    }
  }
}

import ArgumentParser
import Palmares
import Wording

struct ValidateCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: Message(
        fr: "Quelles UE sont validées, et quels ECUE sont à repasser (règlement 1.3.2, 2.5.1, 2.5.2).",
        en: "Which UEs are validated, and which ECUEs are to be resat (règlement 1.3.2, 2.5.1, 2.5.2)."))
  }

  static let example = """
    palmares grades validate Datasets/grades/marks.csv --scheme Datasets/grades/scheme.yaml \\
      -o results.csv
    """

  @Argument(
    help: ArgumentHelp(
      fr: "Les notes, eleve,ue,ecue,note[,statut][,session] ; - pour l'entrée standard.",
      en: "The marks, eleve,ue,ecue,note[,statut][,session]; - for standard input.",
      valueName: Message(fr: "notes", en: "marks")))
  var marks: String

  @Option(
    help: ArgumentHelp(
      fr: "Les UE, leurs ECUE et leurs seuils, en YAML.", en: "The UEs, their ECUEs and thresholds, in YAML.",
      valueName: .file))
  var scheme: String

  @Option(
    help: ArgumentHelp(
      fr: "1 : ne pas tenir compte des notes de la seconde session. Par défaut : les deux sessions.",
      en: "1: leave marks of the second session out. Default: both.", valueName: Message(verbatim: "1")))
  var session: Int?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(scheme, named: "--scheme")
    if let session, session != 1 {
      throw ValidationError(
        Message(fr: "--session ne peut être que 1.", en: "--session must be 1."))
    }
  }

  func run() throws {
    let run = CommandRun("grades validate", input, output)
    let file = try run.phase("read") {
      let rules = try run.gather {
        try run.withBytes(scheme) { bytes throws(InputDefects) in try UEScheme(yaml: bytes, file: scheme) }
      }
      let file = try run.gatherText(
        marks, with: rules, read: { try ECUEMarksFile($0, scheme: $1, isFirstSessionOnly: session == 1) },
        cells: ECUEMarksFile.checkCells)
      return try run.gathered(rules, file).1
    }
    let outcomes = run.phase("score") { UEOutcomes(file.marks, workers: run.workers) }
    try run.write(flags: session.map { ["session": String($0)] } ?? [:]) {
      try UEResultsTable(outcomes).write(output.format, workers: run.workers, to: $0)
    }
    if outcomes.isEmpty { run.sayEmpty(marks, Message(fr: "de note", en: "mark")) }
    run.say(.results(outcomes.counts))
  }
}

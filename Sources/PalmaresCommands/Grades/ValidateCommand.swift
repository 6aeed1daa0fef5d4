import ArgumentParser
import Palmares
import Wording

struct ValidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: "Which UEs are validated, and which ECUEs are to be resat (règlement 1.3.2, 2.5.1, 2.5.2).")
  }

  @Argument(help: "The marks, eleve,ue,ecue,note[,statut][,session]; - for standard input.")
  var marks: String

  @Option(help: ArgumentHelp("The UEs, their ECUEs and thresholds, in YAML.", valueName: "file"))
  var scheme: String

  @Option(help: ArgumentHelp("1: leave marks of the second session out. Default: both.", valueName: "1"))
  var session: Int?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(scheme, named: "--scheme")
    if let session, session != 1 { throw ValidationError("--session must be 1.") }
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
    if outcomes.isEmpty { run.sayEmpty(marks, "mark") }
    let counts = outcomes.counts
    let parts = UEResult.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    run.say("\(outcomes.count) results: \(parts.joined(separator: ", "))")
  }
}

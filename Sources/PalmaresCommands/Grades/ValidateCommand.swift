import ArgumentParser
import Palmares

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Which UEs are validated, and which ECUEs are to be resat (règlement 1.3.2, 2.5.1, 2.5.2).")

  @Argument(help: "The marks, eleve,ue,ecue,note[,statut][,session]; - for standard input.")
  var marks: String

  @Option(help: ArgumentHelp("The UEs, their ECUEs and thresholds, in YAML.", valueName: "file"))
  var scheme: String

  @Option(help: ArgumentHelp("1: leave marks of the second session out. Default: both.", valueName: "1"))
  var session: Int?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if scheme == "-" { throw ValidationError("--scheme must be a file.") }
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
    if outcomes.isEmpty { run.say("\(marks): a header and no mark: the result is empty") }
    let counts = outcomes.counts
    let parts = UEResult.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    run.say("\(outcomes.count) results: \(parts.joined(separator: ", "))")
  }
}

struct GPACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gpa",
    abstract: "GPA and ECTS of each student, ready for allocate as its students file (règlement 2.5.3).")

  @Argument(help: "The mentions, eleve,ue,mention, as grades mentions writes them; - for standard input.")
  var mentions: String

  @Option(help: ArgumentHelp("The values of mentions and the ECTS of UEs, in YAML.", valueName: "file"))
  var scheme: String

  @Flag(help: "Add a column valides: the UEs validated, joined by +.")
  var valides = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if scheme == "-" { throw ValidationError("--scheme must be a file.") }
  }

  func run() throws {
    let session = CommandRun("grades gpa", input, output)
    let (rules, file) = try session.phase("read") {
      let rules = try session.gather {
        try session.withBytes(scheme) { bytes throws(InputDefects) in
          try GPAScheme(yaml: bytes, file: scheme)
        }
      }
      let file = try session.gatherText(mentions) { try MentionsFile($0) }
      return try session.gathered(rules, file)
    }
    let gpas = try session.phase("score") { try file.gpas(rules) }
    let table = GPATable(gpas, hasValidated: valides)
    try session.write(flags: ["valides": String(valides)]) {
      try table.write(output.format, workers: session.workers, to: $0)
    }
    let mixed = file.mentions.passedAmongRanked
    if mixed.rows > 0 {
      session.say(
        "\(mixed.rows) empty \(mixed.rows == 1 ? "mention" : "mentions") where others have one in the same UE, "
          + "counted as credits without a mention: \(mixed.ues.joined(separator: ", "))")
    }
    if gpas.isEmpty { session.say("\(mentions): a header and no mention: the result is empty") }
    let without = gpas.count { $0.gpa == nil }
    session.say("\(gpas.count) students, \(without) without a GPA; \(file.mentions.ueNames.count) UEs")
  }
}

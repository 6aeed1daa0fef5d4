import ArgumentParser
import Palmares
import Wording

struct GPACommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gpa",
      abstract: "GPA and ECTS of each student, ready for allocate as its students file (règlement 2.5.3).")
  }

  @Argument(help: "The mentions, eleve,ue,mention, as grades mentions writes them; - for standard input.")
  var mentions: String

  @Option(help: ArgumentHelp("The values of mentions and the ECTS of UEs, in YAML.", valueName: "file"))
  var scheme: String

  @Flag(help: "Add a column valides: the UEs validated, joined by +.")
  var valides = false

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(scheme, named: "--scheme")
  }

  func run() throws {
    let run = CommandRun("grades gpa", input, output)
    let (rules, file) = try run.phase("read") {
      let rules = try run.gather {
        try run.withBytes(scheme) { bytes throws(InputDefects) in
          try GPAScheme(yaml: bytes, file: scheme)
        }
      }
      let file = try run.gatherText(mentions) { try MentionsFile($0) }
      return try run.gathered(rules, file)
    }
    let gpas = try run.phase("score") { try file.gpas(rules) }
    let table = GPATable(gpas, hasValidated: valides)
    try run.write(flags: ["valides": String(valides)]) {
      try table.write(output.format, workers: run.workers, to: $0)
    }
    let mixed = file.mentions.passedAmongRanked
    if mixed.rows > 0 {
      run.say(
        "\(mixed.rows) empty \(mixed.rows == 1 ? "mention" : "mentions") where others have one in the same UE, "
          + "counted as credits without a mention: \(mixed.ues.joined(separator: ", "))")
    }
    if gpas.isEmpty { run.sayEmpty(mentions, "mention") }
    let without = gpas.count { $0.gpa == nil }
    run.say("\(gpas.count) students, \(without) without a GPA; \(file.mentions.ueNames.count) UEs")
  }
}

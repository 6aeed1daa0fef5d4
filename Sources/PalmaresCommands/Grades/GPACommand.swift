import ArgumentParser
import Palmares
import Wording

struct GPACommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gpa",
      abstract: Message(
        fr: """
          GPA et ECTS de chaque élève, dans un fichier que les commandes allocate lisent comme fichier des élèves \
          (règlement 2.5.3).
          """,
        en: "GPA and ECTS of each student, ready for allocate as its students file (règlement 2.5.3)."))
  }

  static let example = """
    palmares grades validate Datasets/grades/marks.csv --scheme Datasets/grades/scheme.yaml \\
      -o results.csv
    palmares grades mentions results.csv -o mentions.csv
    palmares grades gpa mentions.csv --scheme Datasets/grades/scheme.yaml --valides -o gpa.csv
    """

  @Argument(
    help: ArgumentHelp(
      fr: "Les mentions, eleve,ue,mention, telles que grades mentions les écrit ; - pour l'entrée standard.",
      en: "The mentions, eleve,ue,mention, as grades mentions writes them; - for standard input."))
  var mentions: String

  @Option(
    help: ArgumentHelp(
      fr: "Les valeurs des mentions et les ECTS des UE, en YAML.",
      en: "The values of mentions and the ECTS of UEs, in YAML.", valueName: .file))
  var scheme: String

  @Flag(
    help: ArgumentHelp(
      fr: "Ajouter une colonne valides : les UE validées, séparées par +.",
      en: "Add a column valides: the UEs validated, joined by +."))
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
    if mixed.rows > 0 { run.say(.emptyMentions(mixed.rows, ues: mixed.ues)) }
    if gpas.isEmpty { run.sayEmpty(mentions, Message(fr: "de mention", en: "mention")) }
    let without = gpas.count { $0.gpa == nil }
    run.say(.gpas(gpas.count, without: without, ues: file.mentions.ueNames.count))
  }
}

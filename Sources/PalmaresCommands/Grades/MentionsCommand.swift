import ArgumentParser
import Palmares
import Wording

struct MentionsCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mentions",
      abstract: Message(
        fr: """
          A+, A, B ou C selon la position parmi les élèves qui ont validé à la première session (règlement 1.3.3).
          """,
        en: "A+, A, B, C by position in the cohort that validated at the first session (règlement 1.3.3)."))
  }

  static let example = """
    palmares grades validate Datasets/grades/marks.csv --scheme Datasets/grades/scheme.yaml \\
      -o results.csv
    palmares grades mentions results.csv -o mentions.csv
    """

  @Argument(
    help: ArgumentHelp(
      fr: "Les notes, eleve,note[,statut][,ue], ou ce qu'écrit grades validate ; - pour l'entrée standard.",
      en: "The notes, eleve,note[,statut][,ue], or what grades validate writes; - for standard input."))
  var notes: String

  @OptionGroup var mentions: MentionOptions

  @Option(
    help: ArgumentHelp(
      fr: """
        Le fichier où écrire les adaptations : les coupes avant et après, et les élèves dont la mention a changé.
        """,
      en: "Write the adaptations here: the cuts before and after, and the students whose mention changed.",
      valueName: .file))
  var report: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(report, named: "--report")
  }

  func run() throws {
    let run = CommandRun("grades mentions", input, output, beside: ["--report": report])
    let workers = run.workers
    let file = try run.phase("read") {
      try run.withText(notes) {
        try UEMarksFile(
          $0, ueColumn: mentions.harmonise, validation: mentions.validation, workers: workers)
      }
    }
    let rules = try mentions.rules()
    let graded = try run.phase("score") {
      do throws(GradingError) {
        return try rules.graded(file.marks, workers: workers)
      } catch {
        throw BadData(Message(fr: "\(notes): \(error)", en: "\(notes): \(error)"))
      }
    }
    let changes = AdaptationReport(graded)
    try run.writeTableBeside("--report", report) {
      try changes.write($0, workers: workers, to: $1)
    }
    try run.write(flags: mentions.flags) {
      try MentionsTable(graded).write(output.format, workers: workers, to: $0)
    }
    if graded.marks.isEmpty { run.sayEmpty(notes, Message(fr: "d'élève", en: "student")) }
    for line in MentionsSummary(graded, hasResults: file.hasResults, changes, mentions).lines {
      run.say(line)
    }
  }
}

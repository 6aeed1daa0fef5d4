import ArgumentParser
import Palmares
import Wording

struct MentionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mentions",
      abstract: "A+, A, B, C by position in the cohort that validated at the first session (règlement 1.3.3)."
    )
  }

  @Argument(
    help: """
      The notes, eleve,note[,statut][,ue], or what grades validate writes; - for standard input.
      """)
  var notes: String

  @OptionGroup var mentions: MentionOptions

  @Option(
    help: ArgumentHelp(
      "Write the adaptations here: the cuts before and after, and the students whose mention changed.",
      valueName: "file")
  )
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
        throw BadData(description: "\(notes): \(error)")
      }
    }
    let changes = AdaptationReport(graded)
    try run.writeTableBeside("--report", report) {
      try changes.write($0, workers: workers, to: $1)
    }
    try run.write(flags: mentions.flags) {
      try MentionsTable(graded).write(output.format, workers: workers, to: $0)
    }
    if graded.marks.isEmpty { run.sayEmpty(notes, "student") }
    MentionsSummary(graded, hasResults: file.hasResults, changes, mentions).lines.forEach(run.say)
  }
}

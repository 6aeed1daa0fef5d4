import Palmares

/// The examples in the doc comments of GradingFiles: compiled, and not run, since they name files.
enum GradingFilesExamples {
  static func mentions() throws {
    // example: UEMarksFile
    let file = try UEMarksFile(contentsOf: "results.csv")
    let graded = try MentionRules().graded(file.marks)
    try MentionsTable(graded).write(to: "mentions.csv")
    // end
  }

  static func results() throws {
    // example: ECUEMarksFile
    let scheme = try UEScheme(contentsOf: "scheme.yaml")
    let file = try ECUEMarksFile(contentsOf: "marks.csv", scheme: scheme)
    try UEResultsTable(UEOutcomes(file.marks)).write(to: "results.csv")
    // end
  }

  static func gpas() throws {
    // example: MentionsFile
    let file = try MentionsFile(contentsOf: "mentions.csv")
    let gpas = try file.gpas(GPAScheme(contentsOf: "scheme.yaml"))
    try GPATable(gpas).write(to: "gpa.csv")
    // end
  }
}

import ArgumentParser
import Palmares
import Wording

struct AdmitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admit",
      abstract: "The final list: the admissibility list without the candidates whom the orals did not admit.",
      discussion: """
        Example: palmares admission admit list.csv --admission-bar 13.5 --orals Datasets/pdis/orals.csv \
        --not-admitted others.csv -o final.csv
        """)
  }

  @Argument(help: "The admissibility list, as rank writes it.")
  var list: String

  @Option(
    name: .customLong("admission-bar"),
    help: ArgumentHelp("The barre d'admission, 0 to 20.", valueName: "mark"))
  var admissionBarre: Mark

  @Option(
    help: ArgumentHelp(
      "The verdicts, candidat,verdict: satisfaisant, insuffisant or absent.", valueName: "file"))
  var orals: String

  @Option(
    help: ArgumentHelp(
      "Write the candidates whom the orals did not admit here, with the verdict.", valueName: "file"))
  var notAdmitted: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(notAdmitted, named: "--not-admitted")
  }

  func run() throws {
    let run = CommandRun("admission admit", input, output, beside: ["--not-admitted": notAdmitted])
    let (file, verdicts) = try run.phase("read") {
      let file = try run.gatherText(list) { try AdmissibilityFile($0) }
      let verdicts = try run.gatherText(
        orals, with: file,
        read: { try OralVerdicts($0, ofAll: $1, admissionBarre: admissionBarre) },
        cells: OralVerdicts.checkCells)
      return try run.gathered(file, verdicts)
    }
    if file.count == 0 { run.sayEmpty(list, "candidate") }
    let admitted = try FinalList(verdicts)
    let rejected = admitted.notAdmitted
    try run.writeTableBeside("--not-admitted", notAdmitted) {
      try NotAdmittedTable(admitted).write($0, workers: run.workers, to: $1)
    }
    try run.write(flags: ["admission-bar": admissionBarre.description]) {
      try FinalListTable(admitted, from: file).write(output.format, workers: run.workers, to: $0)
    }
    func count(_ verdict: OralVerdict) -> Int { rejected.count { $0.verdict == verdict } }
    let byOral = admitted.count { $0.decision == .oral }
    run.say(
      "\(admitted.count) of \(file.count) admitted: \(admitted.count - byOral) outright, \(byOral) by oral; "
        + "\(rejected.count) not admitted: \(count(.insufficient)) with an insufficient oral, "
        + "\(count(.absent)) absent")
  }
}

import ArgumentParser
import Palmares

struct AdmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "The final list: the admissibility list less those the orals did not admit.",
    discussion: """
      Example: palmares admission admit list.csv --admission-bar 13.5 --orals Datasets/pdis/orals.csv \
      --not-admitted others.csv -o final.csv
      """)

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
    help: ArgumentHelp("Write whom the orals did not admit here, with the verdict.", valueName: "file"))
  var notAdmitted: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(notAdmitted, named: "--not-admitted")
  }

  func run() throws {
    let session = CommandRun("admission admit", input, output, beside: ["--not-admitted": notAdmitted])
    let (file, verdicts) = try session.phase("read") {
      let file = try session.gatherText(list) { try AdmissibilityFile($0) }
      let verdicts = try session.gatherText(
        orals, with: file,
        read: { try OralPhase(notes: $1.notes, admissionBarre: admissionBarre).verdicts($0, list: $1) },
        cells: OralPhase.checkVerdictCells)
      return try session.gathered(file, verdicts)
    }
    let phase = OralPhase(notes: file.notes, admissionBarre: admissionBarre)
    if file.count == 0 { session.say("\(list): a header and no candidate: the result is empty") }
    let admitted = phase.finalList { verdicts[$0] ?? .absent }
    let tables = OralPhaseTables(
      file, admissionBarre: admissionBarre, output.format, workers: session.workers)
    let rejected = phase.notAdmitted { verdicts[$0] ?? .absent }
    try session.writeBeside("--not-admitted", notAdmitted) { try tables.writeNotAdmitted(rejected, to: $0) }
    try session.write(flags: ["admission-bar": admissionBarre.description]) {
      try tables.writeFinal(admitted, to: $0)
    }
    func count(_ verdict: OralVerdict) -> Int { rejected.count { $0.verdict == verdict } }
    let byOral = admitted.count { $0.decision == .oral }
    session.say(
      "\(admitted.count) of \(file.count) admitted: \(admitted.count - byOral) outright, \(byOral) by oral; "
        + "\(rejected.count) not admitted: \(count(.insuffisant)) with an insufficient oral, "
        + "\(count(.absent)) absent")
  }
}

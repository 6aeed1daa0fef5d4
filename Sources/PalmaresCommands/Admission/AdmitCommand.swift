import ArgumentParser
import Palmares
import Wording

struct AdmitCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admit",
      abstract: Message(
        fr: "La liste finale : la liste d'admissibilité sans les candidats que l'oral n'a pas admis.",
        en: "The final list: the admissibility list without the candidates whom the orals did not admit."))
  }

  static var example: String {
    rankExample + """

      palmares admission admit list.csv --admission-bar 13.5 --orals Datasets/pdis/orals.csv \\
        --not-admitted others.csv -o final.csv
      """
  }

  @Argument(
    help: ArgumentHelp(
      fr: "La liste d'admissibilité, telle que rank l'écrit ; - pour l'entrée standard.",
      en: "The admissibility list, as rank writes it; - for standard input.",
      valueName: Message(fr: "liste", en: "list")))
  var list: String

  @Option(
    name: .customLong("admission-bar"),
    help: ArgumentHelp(
      fr: "La barre d'admission, de 0 à 20.", en: "The barre d'admission, 0 to 20.", valueName: .mark))
  var admissionBarre: Mark

  @Option(
    help: ArgumentHelp(
      fr: "Les verdicts de l'oral, candidat,verdict : satisfaisant, insuffisant ou absent.",
      en: "The verdicts, candidat,verdict: satisfaisant, insuffisant or absent.", valueName: .file))
  var orals: String

  @Option(
    help: ArgumentHelp(
      fr: "Écrire ici les candidats que l'oral n'a pas admis, avec le verdict.",
      en: "Write the candidates whom the orals did not admit here, with the verdict.", valueName: .file))
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
    if file.count == 0 { run.sayEmpty(list, .ofCandidate) }
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
      .admitted(
        admitted.count, of: file.count, byOral: byOral, notAdmitted: rejected.count,
        insufficient: count(.insufficient), absent: count(.absent)))
  }
}

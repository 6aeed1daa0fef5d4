import ArgumentParser
import Palmares
import Wording

struct ConvokeCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convoke",
      abstract: Message(
        fr: "Les candidats sous la barre d'admission, convoqués à l'oral complémentaire.",
        en: "The candidates below the barre d'admission, convoked to a complementary oral."))
  }

  static var example: String {
    rankExample + """

      palmares admission convoke list.csv --admission-bar 13.5 -o convoked.csv
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

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let run = CommandRun("admission convoke", input, output)
    let file = try run.phase("read") { try run.withText(list) { try AdmissibilityFile($0) } }
    if file.count == 0 { run.sayEmpty(list, .ofCandidate) }
    let phase = OralPhase(file, admissionBarre: admissionBarre)
    let convoked = phase.count(where: \.isConvoked)
    try run.write(flags: ["admission-bar": admissionBarre.description]) {
      try ConvokedTable(phase).write(output.format, workers: run.workers, to: $0)
    }
    run.say(
      .admittedOutright(
        file.count - convoked, of: file.count, convoked: convoked, admissionBarre: admissionBarre))
  }
}

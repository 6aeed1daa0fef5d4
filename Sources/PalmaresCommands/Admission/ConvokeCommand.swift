import ArgumentParser
import Palmares
import Wording

struct ConvokeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convoke",
      abstract: "The candidates below the barre d'admission, convoked to a complementary oral.",
      discussion: "Example: palmares admission convoke list.csv --admission-bar 13.5 -o convoked.csv")
  }

  @Argument(help: "The admissibility list, as rank writes it.")
  var list: String

  @Option(
    name: .customLong("admission-bar"),
    help: ArgumentHelp("The barre d'admission, 0 to 20.", valueName: "mark"))
  var admissionBarre: Mark

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let run = CommandRun("admission convoke", input, output)
    let file = try run.phase("read") { try run.withText(list) { try AdmissibilityFile($0) } }
    if file.count == 0 { run.sayEmpty(list, "candidate") }
    let phase = OralPhase(file, admissionBarre: admissionBarre)
    let convoked = phase.count(where: \.isConvoked)
    try run.write(flags: ["admission-bar": admissionBarre.description]) {
      try ConvokedTable(phase).write(output.format, workers: run.workers, to: $0)
    }
    run.say(
      "\(file.count - convoked) of \(file.count) admitted outright (barre d'admission "
        + "\(admissionBarre)), \(convoked) convoked to an oral")
  }
}

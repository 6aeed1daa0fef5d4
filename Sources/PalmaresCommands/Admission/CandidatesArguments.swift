import ArgumentParser
import Palmares
import Wording

/// What `score`, `bars` and `rank` are given.
struct CandidatesArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      fr: "Le tableau des candidats ; - pour l'entrée standard.",
      en: "The candidates file; - for standard input.",
      valueName: Message(fr: "candidats", en: "candidates")))
  var candidates: String

  @Option(
    help: ArgumentHelp(
      fr: "Le barème en YAML : les évaluations et leurs coefficients.",
      en: "The marks and their coefficients, in YAML.", valueName: .file))
  var scheme: String

  func validate() throws {
    try checkIsFile(scheme, named: "--scheme")
  }
}

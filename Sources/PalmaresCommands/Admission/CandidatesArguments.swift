import ArgumentParser
import Palmares
import Wording

/// What `score`, `bars` and `rank` are given.
struct CandidatesArguments: ParsableArguments {
  @Argument(help: "The candidates file; - for standard input.")
  var candidates: String

  @Option(help: ArgumentHelp("The marks and their coefficients, in YAML.", valueName: "file"))
  var scheme: String

  func validate() throws {
    try checkIsFile(scheme, named: "--scheme")
  }
}

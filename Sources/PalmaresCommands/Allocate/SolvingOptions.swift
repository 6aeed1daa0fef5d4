public import ArgumentParser
public import Palmares
import Wording

extension AllocationSolver.Method: ExpressibleByArgument {}

/// How the solver works.
struct SolvingOptions: ParsableArguments {
  @Option(
    name: .customLong("solver"),
    help: ArgumentHelp(
      fr: "fast, ou plain : tout le modèle est confié à GLPK, plus lentement. L'affectation est la même.",
      en: "fast, or plain: GLPK gets the whole model, which is slower. Both give the same allocation.",
      valueName: Message(fr: "moteur", en: "solver")))
  var method: AllocationSolver.Method = .fast

  @Option(
    help: ArgumentHelp(
      fr: "S'arrêter après ce temps sur la meilleure affectation trouvée, avec le code 69.",
      en: "Stop after this time with the best allocation found, and exit 69.",
      valueName: Message(fr: "secondes", en: "seconds")))
  var timeLimit: SecondsArgument?

  var solver: AllocationSolver { AllocationSolver(method, timeLimit: timeLimit?.duration) }
}

/// A time in seconds, at most 10⁸.
struct SecondsArgument: ExpressibleByArgument {
  let decimal: FixedDecimal

  init?(argument: String) {
    guard let decimal = try? FixedDecimal(parsing: argument), decimal <= 100_000_000 else {
      return nil
    }
    self.decimal = decimal
  }

  var duration: Duration {
    let (seconds, rest) = decimal.units.quotientAndRemainder(dividingBy: FixedDecimal.unitsPerOne)
    return Duration(secondsComponent: Int64(seconds), attosecondsComponent: Int64(rest) * 1_000)
  }
}

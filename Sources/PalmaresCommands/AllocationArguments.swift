public import ArgumentParser
public import Palmares

extension AllocationPolicy: ExpressibleByArgument {}
extension AllocationSolver.Method: ExpressibleByArgument {}

extension RankCosts: ExpressibleByArgument {
  /// `0,1,3,6`: of ranks 1, 2, …
  public init?(argument: String) {
    let costs = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int64($0) }
    guard !costs.contains(nil) else { return nil }
    self.init(costs.compactMap(\.self))
  }
}

/// The files an allocation of electives is made from, and the seed of its draw.
struct ElectivesFiles: ParsableArguments {
  @Option(help: ArgumentHelp("The students, eleve,gpa[,absences][,valides].", valueName: "file"))
  var students: String

  @Option(
    help: ArgumentHelp(
      "The modules, module,places[,minimum][,creneau][,prerequis].", valueName: "file"))
  var modules: String

  @Option(help: ArgumentHelp("The wishes, eleve,rang,module.", valueName: "file"))
  var wishes: String

  @Option(help: "The seed of the draw that settles equal merit (see: admission draw new).")
  var seed: DrawSeed

  func validate() throws {
    if [students, modules, wishes].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one file can be standard input.")
    }
  }
}

/// What an allocation should be the best of.
struct PolicyOptions: ParsableArguments {
  @Option(help: "What the allocation is the best of. Default: satisfaction; for verify, the certificate's.")
  var policy: AllocationPolicy?

  @Option(
    help: ArgumentHelp(
      "With --policy satisfaction: the cost of a wish of rank 1, 2, …, never falling. Default: rank − 1.",
      valueName: "0,1,3,6"))
  var rankCosts: RankCosts?

  func validate() throws {
    if rankCosts != nil, let policy, policy != .satisfaction {
      throw ValidationError("--rank-costs goes with --policy satisfaction.")
    }
  }
}

/// How the solver works.
struct SolverOptions: ParsableArguments {
  @Option(help: "fast, or plain: the whole model to the solver. Both give the same allocation.")
  var solver: AllocationSolver.Method = .fast

  @Option(
    help: ArgumentHelp(
      "Stop after this time with the best allocation found, and exit 69.", valueName: "seconds"))
  var timeLimit: SecondsArgument?

  var made: AllocationSolver { AllocationSolver(solver, timeLimit: timeLimit?.duration) }
}

/// A time in seconds, to a ten-thousandth.
struct SecondsArgument: ExpressibleByArgument {
  let decimal: FixedDecimal

  init?(argument: String) {
    guard let decimal = try? FixedDecimal(parsing: argument), decimal.units <= 1_000_000_000_000 else {
      return nil
    }
    self.decimal = decimal
  }

  var duration: Duration { .microseconds(decimal.units * 100) }
}

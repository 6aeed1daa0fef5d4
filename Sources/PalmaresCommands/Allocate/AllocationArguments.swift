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

/// The files an allocation is made from, and the seed of its draw.
protocol PlacesFiles {
  var students: String { get }
  var wishes: String { get }
  var draw: SeedArguments { get }
  /// Of electives.
  var modules: String? { get }
  /// Of mobility.
  var destinations: String? { get }
  var quotas: String? { get }
  var quitus: String? { get }
}

extension PlacesFiles {
  var destinations: String? { nil }
  var quotas: String? { nil }
  var quitus: String? { nil }

  func checkStandardInput() throws {
    if [students, wishes, modules, destinations, quotas, quitus].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one file can be standard input.")
    }
  }
}

/// The files an allocation of electives is made from.
struct ElectivesFiles: ParsableArguments, PlacesFiles {
  @Option(help: ArgumentHelp("The students, eleve,gpa[,absences][,valides].", valueName: "file"))
  var students: String

  @Option(
    name: .customLong("modules"),
    help: ArgumentHelp(
      "The modules, module,places[,minimum][,creneau][,prerequis][,absences_max].", valueName: "file"))
  var modulesFile: String

  var modules: String? { modulesFile }

  @Option(help: ArgumentHelp("The wishes, eleve,rang,module.", valueName: "file"))
  var wishes: String

  @OptionGroup var draw: SeedArguments

  func validate() throws { try checkStandardInput() }
}

/// The files an allocation of mobility places is made from.
struct MobilityFiles: ParsableArguments, PlacesFiles {
  @Option(
    help: ArgumentHelp("The students, eleve,gpa[,absences][,ects][,exterieur][,langues].", valueName: "file"))
  var students: String

  @Option(
    name: .customLong("destinations"),
    help: ArgumentHelp(
      "The destinations, destination,pays,semestre,type,places[,gpa_min][,ects_min][,langue][,niveau_min]"
        + "[,duree][,priorite][,absences_max].", valueName: "file"))
  var destinationsFile: String

  @Option(help: ArgumentHelp("The wishes, eleve,rang,destination.", valueName: "file"))
  var wishes: String

  @Option(help: ArgumentHelp("The quotas, semestre,type,departs_max; * stands for all.", valueName: "file"))
  var quotas: String?

  @Option(
    name: .customLong("require-quitus"),
    help: ArgumentHelp(
      "Students who still owe their semester abroad, eleve: placed before all others.", valueName: "file"))
  var quitus: String?

  @OptionGroup var draw: SeedArguments

  var modules: String? { nil }
  var destinations: String? { destinationsFile }

  func validate() throws { try checkStandardInput() }
}

/// The files of either kind of allocation.
struct EitherFiles: ParsableArguments, PlacesFiles {
  @Option(help: ArgumentHelp("The students, as electives or mobility reads them.", valueName: "file"))
  var students: String

  @Option(help: ArgumentHelp("The modules, for electives and options.", valueName: "file"))
  var modules: String?

  @Option(help: ArgumentHelp("The destinations, for mobility.", valueName: "file"))
  var destinations: String?

  @Option(help: ArgumentHelp("The wishes, eleve,rang,module or eleve,rang,destination.", valueName: "file"))
  var wishes: String

  @Option(help: ArgumentHelp("The quotas of mobility.", valueName: "file"))
  var quotas: String?

  @Option(
    name: .customLong("require-quitus"),
    help: ArgumentHelp("Students who still owe their semester abroad.", valueName: "file"))
  var quitus: String?

  @OptionGroup var draw: SeedArguments

  func validate() throws {
    guard (modules == nil) != (destinations == nil) else {
      throw ValidationError("Give --modules or --destinations, one of them.")
    }
    if modules != nil, quotas != nil || quitus != nil {
      throw ValidationError("--quotas and --require-quitus go with --destinations.")
    }
    try checkStandardInput()
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

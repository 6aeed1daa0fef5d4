import ArgumentParser
import Palmares

struct ElectivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "electives",
    abstract: "Modules of choice: a place in each créneau for whom there is one (règlement 2.4.3).")

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate electives", files.seed) { try ElectivesInput(files, $0) }
  }
}

struct OptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "options",
    abstract: "Options of the second year of PDIS: electives with a single créneau (règlement 5.4.3).")

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate options", files.seed) {
      try ElectivesInput(files, $0, isSingleSlot: true)
    }
  }
}

struct MobilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mobility",
    abstract: "Places at partners abroad, for who is eligible, within the year's quotas (règlement 2.4.5).")

  @OptionGroup var files: MobilityFiles
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate mobility", files.seed) { try ElectivesInput(files, $0) }
  }
}

/// What every allocation is given beside its files, and does.
struct AllocationRun: ParsableArguments {
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var solver: SolverOptions

  @Option(
    help: ArgumentHelp(
      "Write the proof here, in JSON, for allocate verify: prices, value and bound.", valueName: "file"))
  var certificate: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if certificate == "-" { throw ValidationError("--certificate must be a file.") }
    if let certificate,
      [output.path, output.manifest].contains(where: { $0.map { isSameFile($0, certificate) } ?? false })
    {
      throw ValidationError("--certificate names the file of another output.")
    }
  }

  func run(_ name: String, _ seed: DrawSeed, read: (Session) throws -> ElectivesInput) throws {
    let session = Session(name, input, output)
    let data = try read(session)
    let costs = policy.rankCosts ?? .linear
    try data.wishes.check(costs)
    let result = try session.phase("model") {
      try solver.made.solve(
        data.problem, policy: policy.policy ?? .satisfaction, costs: costs, phase: session.begin)
    }
    let proof = try certificate.map { path in
      let contents = CertificateFile(
        result.certificate, of: result.allocation, data.problem, result.objective, costs: costs,
        seedCommitment: seed.commitment,
        seal: CertificateFile.seal(
          result.allocation, result.certificate, data.problem, data.students, data.electives))
      let file = try OutputFile(path: path)
      try file.write(contents.json(data.electives, result.objective))
      try file.settle()
      return file
    }
    try session.write(flags: flags, seed: seed) {
      try data.write(result.allocation, output.format, workers: session.workers, to: $0)
    }
    try proof?.publish()
    AllocationSummary(result, data).lines(solver.solver).forEach(session.say)
    if !result.isProven { throw StoppedAtLimit(description: unproven(result, data.problem)) }
  }

  private var flags: [String: String] {
    var flags = ["policy": (policy.policy ?? .satisfaction).rawValue, "solver": solver.solver.rawValue]
    flags["rank-costs"] = policy.rankCosts?.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solver.timeLimit?.decimal.description
    return flags
  }

  /// How far the first stage can be from its optimum.
  private func unproven(_ result: AllocationResult, _ problem: AllocationProblem) -> String {
    let stopped = "stopped at the time limit: the allocation keeps every rule, and may not be the best"
    guard let stage = result.objective.stages.first, let bound = result.certificate.relaxation?.bound else {
      return stopped
    }
    let value = zip(stage.levels, stage.weights).reduce(0) {
      $0 + $1.0.value(result.allocation, problem) * $1.1
    }
    return "\(stopped); none gains more than: \(describe(stage, gain: value - bound))"
  }
}

import ArgumentParser
import Palmares

struct ElectivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "electives",
    abstract: "Modules of choice: a place in each créneau for whom there is one (règlement 2.4.3).")

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate electives", fills: fill.isWanted) { try CatalogueInput(files, $0) }
  }
}

struct OptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "options",
    abstract: "Options of the second year of PDIS: electives with a single créneau (règlement 5.4.3).")

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate options", fills: fill.isWanted) {
      try CatalogueInput(files, $0, isSingleSlot: true)
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
    try allocation.run("allocate mobility") { try CatalogueInput(files, $0) }
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

  @Option(
    help: ArgumentHelp(
      "Write who has no place here, and why: eleve[,creneau],motif,voeux,complets[,fermes],ineligibles.",
      valueName: "file"))
  var unplaced: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if unplaced == "-" { throw ValidationError("--unplaced must be a file.") }
    if certificate == "-" { throw ValidationError("--certificate must be a file.") }
  }

  func run(_ name: String, fills: Bool = false, read: (CommandRun) throws -> CatalogueInput) throws {
    let session = CommandRun(
      name, input, output, beside: ["--certificate": certificate, "--unplaced": unplaced])
    let data = try read(session)
    data.notices.forEach(session.say)
    let costs = policy.rankCosts ?? .linear
    try data.wishes.check(costs)
    let result = try session.phase("model") {
      try solver.made.solve(
        data.problem, policy: policy.policy ?? .satisfaction, costs: costs, phase: session.begin)
    }
    if certificate != nil { session.noteCommitment(of: data.seed) }
    try session.writeBeside("--certificate", certificate) { sink in
      let contents = CertificateFile(
        result.certificate, of: result.allocation, data.problem, result.objective, costs: costs,
        seedCommitment: data.seed.commitment,
        seal: CertificateFile.seal(
          result.allocation, result.certificate, data.problem, data.students, data.electives))
      try Array(contents.json(data.electives, result.objective).utf8).withUnsafeBytes(sink)
    }
    let filled = session.phase("arbitration") { FilledAllocation(result.allocation, data, fills: fills) }
    let left = data.electives.unplaced(filled.allocation, filled.problem, data.wishes.wishes)
    try session.writeBeside("--unplaced", unplaced) {
      try UnplacedTable(left, data.students, data.electives, subject: data.subject)
        .write(output.format, workers: session.workers, to: $0)
    }
    try session.write(flags: flags(fills: fills), seed: data.seed) {
      try data.write(
        filled.allocation, output.format, of: filled.problem, marks: filled.marks, workers: session.workers,
        to: $0)
    }
    AllocationSummary(result, data).lines(solver.solver).forEach(session.say)
    filled.lines(data).forEach(session.say)
    UnplacedSummary(seats: left, data: data).lines.forEach(session.say)
    if !result.isProven { throw StoppedAtLimit(description: unproven(result, data.problem)) }
  }

  private func flags(fills: Bool) -> [String: String] {
    var flags = ["policy": (policy.policy ?? .satisfaction).rawValue, "solver": solver.solver.rawValue]
    flags["rank-costs"] = policy.rankCosts?.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solver.timeLimit?.decimal.description
    flags["fill"] = fills ? "true" : nil
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

import ArgumentParser
import Palmares
import Wording

/// What every allocation command is given beside its files, and how it runs.
struct AllocationRun: ParsableArguments {
  @OptionGroup var goal: PolicyOptions
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      fr:
        "Écrire ici la preuve, en JSON, que vérifie allocate verify : prix, décisions, valeurs, bornes, sceau.",
      en: "Write the proof here, in JSON, for allocate verify: prices, decisions, values, bounds and a seal.",
      valueName: .file))
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Écrire ici les élèves sans place, avec le motif : eleve[,creneau],motif,voeux,complets[,fermes],ineligibles.
        """,
      en: """
        Write the students without a place here, with the reason: \
        eleve[,creneau],motif,voeux,complets[,fermes],ineligibles.
        """,
      valueName: .file))
  var unplaced: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(unplaced, named: "--unplaced")
    try checkIsFile(certificate, named: "--certificate")
  }

  func run(_ name: String, fills: Bool = false, read: (CommandRun) throws -> CatalogueInput) throws {
    let run = CommandRun(
      name, input, output, beside: ["--certificate": certificate, "--unplaced": unplaced])
    let data = try read(run)
    data.notices.forEach(run.say)
    let costs = goal.rankCosts ?? .linear
    try data.wishes.check(costs)
    let result = try run.phase("model") {
      try solving.solver.solve(
        data.problem, policy: goal.policy ?? .satisfaction, costs: costs, phase: run.begin)
    }
    if certificate != nil { run.noteCommitment(of: data.seed) }
    try run.writeBeside("--certificate", certificate) { sink in
      let contents = try CertificateFile(
        result.certificate, of: result.allocation, in: data.input, costs: costs)
      try Array(contents.json(of: data.input).utf8).withUnsafeBytes(sink)
    }
    let filled = try run.phase("arbitration") { try FilledAllocation(result.allocation, data, fills: fills) }
    let left = data.electives.unplaced(filled.allocation, filled.problem, data.wishes.wishes)
    try run.writeTableBeside("--unplaced", unplaced) {
      try UnplacedTable(left, of: data.students, catalogue: data.electives, subject: data.subject)
        .write($0, workers: run.workers, to: $1)
    }
    try run.write(flags: flags(fills: fills), seed: data.seed) {
      try data.write(
        filled.allocation, output.format, of: filled.problem, marks: filled.marks, workers: run.workers,
        to: $0)
    }
    // What one more place brings is computed for the summary alone.
    if !output.quiet { AllocationSummary(result, data).lines(solving.method).forEach(run.say) }
    filled.lines(data).forEach(run.say)
    UnplacedSummary(seats: left, data: data).lines.forEach(run.say)
    if !result.isProven { throw StoppedAtLimit(unproven(result, data.problem)) }
  }

  private func flags(fills: Bool) -> [String: String] {
    var flags = ["policy": (goal.policy ?? .satisfaction).rawValue, "solver": solving.method.rawValue]
    flags["rank-costs"] = goal.rankCosts?.costs?.map(String.init).joined(separator: ",")
    flags["time-limit"] = solving.timeLimit?.decimal.description
    flags["fill"] = fills ? "true" : nil
    return flags
  }

  /// How far the first stage can be from its optimum.
  private func unproven(_ result: AllocationSolution, _ problem: AllocationProblem) -> Message {
    guard let stage = result.objective.stages.first, let bound = result.certificate.relaxation?.bound else {
      return .stopped
    }
    let value = zip(stage.levels, stage.weights).reduce(0) {
      $0 + $1.0.value(result.allocation, problem) * $1.1
    }
    return .stopped(gainAtMost: .gain(value - bound, stage, of: problem))
  }
}

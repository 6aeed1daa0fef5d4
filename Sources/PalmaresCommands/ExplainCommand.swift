import ArgumentParser
import Palmares

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a student has this place and not a better wish: who holds it, and what one more place "
      + "would change.")

  @Argument(help: "The student's identifier.")
  var eleve: String

  @OptionGroup var files: EitherFiles
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var solver: SolverOptions

  @Option(
    help: ArgumentHelp(
      "The allocation to explain, as electives or mobility writes it. Default: it is computed.",
      valueName: "file"))
  var allocation: String?

  @OptionGroup var input: InputOptions

  func run() throws {
    let session = Session("allocate explain", input, try OutputOptions.parse([]))
    var data = try ElectivesInput(files, session) { subject in
      try session.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
    }
    let costs = policy.rankCosts ?? .linear
    let policy = policy.policy ?? .satisfaction
    try data.wishes.check(costs)
    guard let student = IdentifierIndex(data.students.identifiers).row(of: eleve) else {
      throw BadData(description: "\(files.students): no such student (\(eleve))")
    }
    func solve(_ problem: AllocationProblem) throws(AllocationError) -> Allocation {
      session.begin("model")
      let result = try solver.made.solve(problem, policy: policy, costs: costs, phase: session.begin)
      guard result.isProven else { throw AllocationError(code: .timeLimit, context: "") }
      return result.allocation
    }
    let given = try allocation.map { try data.published($0, session) }
    let explained = try given ?? solve(data.problem)
    let objective = AllocationObjective(policy, costs: costs, for: data.problem)
    let explanation = try AllocationExplanation(
      of: student, in: explained, data.problem, objective, reallocate: solve)
    session.finish()
    let text = ExplanationText(explanation, explained, objective, data).description
    try OutputFile(path: nil).write(text)
  }
}

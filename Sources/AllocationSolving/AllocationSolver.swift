public import Allocations

/// Finds the allocation that a policy and the arbitration single out.
public struct AllocationSolver: Sendable {
  public enum Method: String, Sendable, CaseIterable {
    /// Prices for the modules first, then GLPK for what they leave open.
    case fast
    /// The whole model to GLPK.
    case plain
  }

  public let method: Method
  /// nil for none.
  public let timeLimit: Duration?

  public init(_ method: Method = .fast, timeLimit: Duration? = nil) {
    self.method = method
    self.timeLimit = timeLimit
  }

  /// - Parameter phase: told before each phase begins: model, presolve, simplex, arbitration.
  /// - Throws: ``AllocationError``.
  public func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, costs: RankCosts = .linear,
    phase: (String) -> Void = { _ in }
  ) throws(AllocationError) -> AllocationResult {
    try solve(problem, policy: policy, AllocationObjective(policy, costs: costs, for: problem), phase: phase)
  }

  /// The same for an objective that is more than a policy's.
  public func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, _ objective: AllocationObjective,
    phase: (String) -> Void = { _ in }
  ) throws(AllocationError) -> AllocationResult {
    try solve(problem, policy: policy, objective, from: nil, confirms: true, phase: phase)
  }

  /// - Parameters:
  ///   - start: keeps the problem's rules; known where seats that must hold something could be left without.
  ///   - confirms: whether GLPK is to solve what prices leave open, too.
  func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, _ objective: AllocationObjective,
    from start: Allocation?, confirms: Bool, phase: (String) -> Void
  ) throws(AllocationError) -> AllocationResult {
    let deadline = Deadline(in: timeLimit)
    let isSearched = problem.isSearched
    return try withoutActuallyEscaping(phase) { phase throws(AllocationError) in
      let solver = TransportSolver(
        problem: problem, objective: objective, method: method, confirms: confirms && !isSearched,
        deadline: deadline,
        phase: phase)
      return isSearched ? try searched(solver, policy, from: start) : try transported(solver, policy)
    }
  }
}

extension AllocationSolver {
  private func transported(
    _ solver: TransportSolver, _ policy: AllocationPolicy
  ) throws(AllocationError) -> AllocationResult {
    let problem = solver.problem
    guard let solution = try solver.solve(Face(problem)) else {
      throw AllocationError(code: .solver, context: "no allocation although everyone may be unplaced")
    }
    solver.phase("arbitration")
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    let holding = arbitration.settle()
    return AllocationResult(
      allocation: Allocation(choices: solution.face.choices(holding)),
      certificate: AllocationCertificate(
        policy: policy, stages: solution.stages, decisions: problem.offers.map { _ in .free }),
      objective: solver.objective, arbitrated: arbitration.decided, isProven: true)
  }
}

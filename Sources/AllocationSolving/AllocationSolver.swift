public import Allocation

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
    let objective = AllocationObjective(policy, costs: costs, for: problem)
    let deadline = Deadline(in: timeLimit)
    let isSearched = problem.hasMinimums || problem.sharesModules
    return try withoutActuallyEscaping(phase) { phase throws(AllocationError) in
      let solver = TransportSolver(
        problem: problem, objective: objective, method: method, confirms: !isSearched, deadline: deadline,
        phase: phase)
      if problem.sharesModules { return try programmed(solver, policy) }
      return isSearched ? try searched(solver, policy) : try transported(solver, policy)
    }
  }
}

extension AllocationSolver {
  private func transported(
    _ solver: TransportSolver, _ policy: AllocationPolicy
  ) throws(AllocationError) -> AllocationResult {
    let problem = solver.problem
    let face = Face(
      problem, least: problem.offers.map { _ in 0 }, most: problem.offers.map(\.places))
    guard let solution = try solver.solve(face) else {
      throw AllocationError(code: .solver, context: "no allocation although everyone may be unplaced")
    }
    solver.phase("arbitration")
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    let holding = arbitration.settle()
    return AllocationResult(
      allocation: Allocation(choices: holding.map { Int(solution.face.options[Int($0)].option) }),
      certificate: AllocationCertificate(
        policy: policy, stages: solution.stages, decisions: problem.offers.map { _ in .free }),
      objective: solver.objective, arbitrated: arbitration.decided, isProven: true)
  }

  private func searched(
    _ solver: TransportSolver, _ policy: AllocationPolicy
  ) throws(AllocationError) -> AllocationResult {
    solver.phase("presolve")
    var search = MinimumSearch(solver)
    try search.run()
    guard let best = search.best else { throw AllocationError(code: .timeLimit, context: "") }
    return AllocationResult(
      allocation: best.solution.allocation,
      certificate: AllocationCertificate(
        policy: policy, stages: best.solution.stages, decisions: best.decisions,
        relaxation: search.relaxation),
      objective: solver.objective, arbitrated: best.decided, isProven: search.isProven)
  }
}

extension AllocationSolver {
  private func programmed(
    _ solver: TransportSolver, _ policy: AllocationPolicy
  ) throws(AllocationError) -> AllocationResult {
    let problem = solver.problem
    let relaxation = try solver.relaxation()
    solver.phase("simplex")
    var program = SharedModulesProgram(problem, deadline: solver.deadline)
    for level in solver.objective.levels { try program.settle(level) }
    solver.phase("arbitration")
    try program.arbitrate()
    guard let allocation = program.best else { throw AllocationError(code: .timeLimit, context: "") }
    return AllocationResult(
      allocation: allocation,
      certificate: AllocationCertificate(
        policy: policy, stages: [], decisions: problem.offers.map { _ in .free }, relaxation: relaxation),
      objective: solver.objective, arbitrated: nil, isProven: program.isProven)
  }
}

/// An allocation, why it is the one, and what there is to say about it.
public struct AllocationResult: Sendable {
  public let allocation: Allocation
  public let certificate: AllocationCertificate
  public let objective: AllocationObjective
  /// How many students the arbitration had a choice of ranks for; not counted where modules are shared over
  /// créneaux.
  public let arbitrated: Int?
  /// False where the time limit came first: the allocation keeps the rules, and the certificate's bound says
  /// how far from the optimum it can be.
  public let isProven: Bool
}

/// Why there is no result.
public struct AllocationError: Error, Sendable, Equatable {
  public enum Code: Sendable {
    /// The solver failed, or its answer does not hold in exact arithmetic.
    case solver
    /// The time limit came before any allocation.
    case timeLimit
  }

  public let code: Code
  public let context: String

  public init(code: Code, context: String) {
    self.code = code
    self.context = context
  }
}

extension AllocationError: CustomStringConvertible {
  public var description: String {
    switch code {
    case .solver: "the solver failed: \(context)"
    case .timeLimit: "stopped at the time limit before any allocation was found"
    }
  }
}

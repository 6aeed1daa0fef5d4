public import Allocations

/// Finds the allocation that a policy and the arbitration by merit single out.
///
/// ```swift
/// let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
/// let catalogue = try Catalogue([Elective("IA", places: 1), Elective("BIO", places: 2)])
/// let wishes = try Wishes(
///   [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)],
///   students: students, catalogue: catalogue)
/// let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
/// let result = try AllocationSolver().allocate(input)
/// for place in result.assignments { print(place.student, place.module) }  // E1 IA, E2 BIO
/// ```
///
/// The problem decides the method. Where seats depend on each other through places and nested quotas alone, it is a
/// transportation problem, which prices solve and prove. Minimums, modules taught in several créneaux and crossing
/// quotas take a branch and bound as well.
public struct AllocationSolver: Sendable {
  /// How a problem is solved. Both methods give the same allocation and the same certificate.
  public enum Method: String, Sendable, CaseIterable {
    /// Prices first, then GLPK for what they leave open.
    case fast
    /// GLPK solves the whole model. Slow: for comparison.
    case plain
  }

  /// How problems are solved.
  public let method: Method
  /// How long one solve may take; nil for no limit.
  public let timeLimit: Duration?

  /// - Parameters:
  ///   - method: how problems are solved.
  ///   - timeLimit: how long one solve may take; nil for no limit.
  public init(_ method: Method = .fast, timeLimit: Duration? = nil) {
    self.method = method
    self.timeLimit = timeLimit
  }

  /// Allocates places, and says by identifier who gets what.
  ///
  /// - Parameters:
  ///   - input: Students, places and wishes.
  ///   - policy: The objective.
  ///   - costs: What ranks cost, for `AllocationPolicy.satisfaction`.
  /// - Throws: `AllocationInputError.rankWithoutCost(_:largest:)` for the first wish of a rank without a
  ///   cost; ``AllocationError`` where there is no result; `CancellationError` once the task is cancelled.
  /// - Complexity: For places alone O(*n* log *n*) in practice, options; a search may take exponential time, which
  ///   ``timeLimit`` bounds.
  public func allocate(
    _ input: AllocationInput, policy: AllocationPolicy = .satisfaction, costs: RankCosts = .linear
  ) throws -> AllocationResult {
    try AllocationResult(solve(input, policy: policy, costs: costs), of: input, costs: costs)
  }

  /// Allocates places, for certificates and tables as well as for an ``AllocationResult``.
  ///
  /// - Parameters:
  ///   - input: Students, places and wishes.
  ///   - policy: The objective.
  ///   - costs: What ranks cost, for `AllocationPolicy.satisfaction`.
  /// - Throws: `AllocationInputError.rankWithoutCost(_:largest:)` for the first wish of a rank without a
  ///   cost; ``AllocationError`` where there is no result; `CancellationError` once the task is cancelled.
  public func solve(
    _ input: AllocationInput, policy: AllocationPolicy = .satisfaction, costs: RankCosts = .linear
  ) throws -> AllocationSolution {
    if policy == .satisfaction { try input.wishes.check(costs) }
    return try solve(input.problem, policy: policy, costs: costs)
  }

  /// Solves for a policy.
  ///
  /// - Parameters:
  ///   - problem: who may get what.
  ///   - policy: what the allocation is the best of.
  ///   - costs: what each rank costs, by the policy `AllocationPolicy.satisfaction`.
  ///   - phase: called as each phase begins.
  /// - Throws: ``AllocationError``; `CancellationError` within a second once the caller's `Task` is cancelled.
  /// - Complexity: O(*r* · (*k* + *o*²)) for *k* options, *o* offers and few rounds *r* where seats depend on each
  ///   other through places and nested quotas alone; else exponential in the worst case.
  public func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, costs: RankCosts = .linear,
    phase: (SolvingPhase) -> Void = { _ in }
  ) throws -> AllocationSolution {
    try solve(problem, policy: policy, AllocationObjective(policy, costs: costs, for: problem), phase: phase)
  }

  /// Solves for a custom objective, such as a policy followed by the fewest moves.
  ///
  /// - Throws: as ``solve(_:policy:costs:phase:)``.
  public func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, _ objective: AllocationObjective,
    phase: (SolvingPhase) -> Void = { _ in }
  ) throws -> AllocationSolution {
    try solve(problem, policy: policy, objective, from: nil, confirms: true, phase: phase)
  }

  /// - Parameters:
  ///   - start: keeps the problem's rules; given where seats that must hold something could be left without.
  ///   - confirms: whether GLPK also solves what prices leave open.
  func solve(
    _ problem: AllocationProblem, policy: AllocationPolicy, _ objective: AllocationObjective,
    from start: Allocation?, confirms: Bool, phase: (SolvingPhase) -> Void
  ) throws -> AllocationSolution {
    let deadline = Deadline(in: timeLimit)
    let isSearched = problem.isSearched
    return try withoutActuallyEscaping(phase) { phase in
      let solver = TransportSolver(
        problem: problem, objective: objective, method: method, confirms: confirms && !isSearched,
        deadline: deadline, phase: phase)
      return try SolverStop.reported { () throws(SolverStop) in
        isSearched ? try searched(solver, policy, from: start) : try transported(solver, policy)
      }
    }
  }
}

extension AllocationSolver {
  private func transported(
    _ solver: TransportSolver, _ policy: AllocationPolicy
  ) throws(SolverStop) -> AllocationSolution {
    let problem = solver.problem
    guard let solution = try solver.solve(Face(problem)) else {
      throw .failure(.noAllocation)
    }
    solver.phase(.arbitration)
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    let holding = try arbitration.run(solver.deadline)
    return AllocationSolution(
      allocation: Allocation(choices: solution.face.choices(holding)),
      certificate: AllocationCertificate(
        policy: policy, stages: solution.stages, decisions: problem.offers.map { _ in .free }),
      objective: solver.objective, arbitrated: arbitration.arbitrated, isProven: true)
  }
}

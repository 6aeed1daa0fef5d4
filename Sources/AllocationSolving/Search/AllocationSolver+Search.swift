import Allocations
import Wording

extension AllocationSolver {
  /// Where seats depend on each other through more than places.
  ///
  /// The transport problem without those rules comes first: if its allocation keeps them, it is the one.
  func searched(
    _ solver: TransportSolver, _ policy: AllocationPolicy, from start: Allocation?
  ) throws(SolverStop) -> AllocationSolution {
    let problem = solver.problem
    solver.phase(.presolve)
    let transport = FixedOpenings(solver)
    let relaxation = try solver.relaxation()
    func result(_ candidate: FixedOpenings.Candidate, isProven: Bool) -> AllocationSolution {
      AllocationSolution(
        allocation: candidate.solution.allocation,
        certificate: AllocationCertificate(
          policy: policy, stages: problem.isTransportWithFixedOpenings ? candidate.solution.stages : [],
          decisions: candidate.decisions, relaxation: relaxation),
        objective: solver.objective, arbitrated: candidate.arbitrated, isProven: isProven)
    }
    guard let free = try transport.candidate(transport.startingDecisions) else {
      throw .failure(.noAllocation)
    }
    if free.solution.allocation.violation(problem) == nil {
      return result(free, isProven: true)
    }
    let (choices, isProven) = try choices(solver, transport, from: free, start)
    if problem.isTransportWithFixedOpenings {
      return result(try withOpenings(solver, choices, isProven: isProven), isProven: isProven)
    }
    return AllocationSolution(
      allocation: Allocation(choices: choices),
      certificate: AllocationCertificate(
        policy: policy, stages: [], decisions: problem.offers.map { _ in .free }, relaxation: relaxation),
      objective: solver.objective, arbitrated: nil, isProven: isProven)
  }

  /// What a search gives each seat.
  private func choices(
    _ solver: TransportSolver, _ transport: FixedOpenings, from free: FixedOpenings.Candidate,
    _ start: Allocation?
  ) throws(SolverStop) -> (choices: [Int], isProven: Bool) {
    let (problem, levels) = (solver.problem, solver.objective.levels)
    switch method {
    case .fast where levels.isEmpty && problem.isTransportWithFixedOpenings:
      var search = MeritSearch(transport)
      try search.run(from: free)
      guard let best = search.best else { throw .timeLimit }
      return (best.solution.allocation.choices, search.isProven)
    case .fast:
      let atMostOne = AtMostOneGroups(problem)
      var space = SearchSpace(problem, atMostOne)
      _ = space.propagate(problem, atMostOne)
      let best = if let start { start } else { try solver.firstAllocation() }
      var search = IntegerSearch(
        problem, atMostOne, space, best: best.choices,
        completion: problem.hasMinimums ? SearchCompletion(transport, atMostOne) : nil,
        deadline: solver.deadline)
      solver.phase(.simplex)
      guard let choices = try search.run(levels, arbitration: { solver.phase(.arbitration) }) else {
        throw .timeLimit
      }
      return (choices, search.isProven)
    case .plain:
      solver.phase(.simplex)
      var program = WholeProgram(problem, deadline: solver.deadline)
      for level in levels { try program.fix(level) }
      solver.phase(.arbitration)
      try program.arbitrate()
      guard let allocation = program.best else { throw .timeLimit }
      return (allocation.choices, program.isProven)
    }
  }

  /// The transport problem's own allocation, with its prices, for the offers that run.
  private func withOpenings(
    _ solver: TransportSolver, _ choices: [Int], isProven: Bool
  ) throws(SolverStop) -> FixedOpenings.Candidate {
    // Short work, which a time limit that has passed must not take.
    let transport = FixedOpenings(solver.unlimited)
    let running = Allocation(choices: choices).loads(solver.problem).map { $0 > 0 }
    guard let best = try transport.candidate(transport.decisions(running: running)) else {
      throw .failure(
        Message(
          fr: "l'affectation trouvée par la recherche n'en respecte pas les bornes",
          en: "the search's own allocation does not fit"))
    }
    guard !isProven || best.solution.allocation.choices == choices else {
      throw .failure(
        Message(
          fr: "la recherche et le problème de transport ne s'accordent pas",
          en: "the search and the transport problem differ"))
    }
    return best
  }
}

extension AllocationProblem {
  /// Whether nothing but which offers run keeps this from being a transport problem.
  var isTransportWithFixedOpenings: Bool { !sharesModules && nesting != nil }
}

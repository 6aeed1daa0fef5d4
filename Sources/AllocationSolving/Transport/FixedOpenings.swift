import Allocations

/// The best allocation for fixed openings: once it is fixed which offers are open, the rest is a transportation
/// problem, as long as no student may have one module in several créneaux and no quotas cross.
///
/// As in facility location, an offer with a minimum is *open*, *closed*, or *free* while that is not fixed.
struct FixedOpenings {
  typealias Decision = AllocationCertificate.Decision

  /// An allocation, with a key to compare it by: stage values, then ranks in merit order, then offers. A lower key
  /// is better.
  struct Candidate {
    var solution: TransportSolution
    var decisions: [Decision]
    var arbitrated: Int
    var key: [Int64]
  }

  let solver: TransportSolver
  private var problem: AllocationProblem { solver.problem }
  private let wholeFace: Face

  init(_ solver: TransportSolver) {
    self.solver = solver
    wholeFace = Face(solver.problem)
  }

  /// - Parameter isWorse: whether the value of a stage rules the rest out.
  /// - Returns: nil where nothing fits the openings, or a stage is worse.
  func candidate(
    _ decisions: [Decision], isWorse: (_ stage: Int, _ value: Int64) -> Bool = { _, _ in false }
  ) throws(SolverStop) -> Candidate? {
    try solver.deadline.check()
    guard var solution = try solver.solve(face(decisions), isWorse: isWorse) else { return nil }
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    solution.holding = try arbitration.run(solver.deadline)
    return Candidate(
      solution: solution, decisions: decisions, arbitrated: arbitration.arbitrated, key: key(of: solution))
  }

  /// All free, but for offers that too few students wish for their minimum: these are closed.
  var startingDecisions: [Decision] {
    var wishers = [Int](repeating: 0, count: problem.offers.count)
    for offer in problem.optionOffers { wishers[Int(offer)] += 1 }
    return problem.offers.indices.map { offer in
      let row = problem.offers[offer]
      return row.minimum > max(1, min(row.places, wishers[offer])) ? .closed : .free
    }
  }

  func decisions(running: [Bool]) -> [Decision] {
    problem.offers.indices.map {
      problem.offers[$0].minimum > 1 ? (running[$0] ? .open : .closed) : .free
    }
  }

  private func face(_ decisions: [Decision]) -> Face {
    var face = wholeFace
    for (offer, decision) in decisions.enumerated() {
      let loads = decision.loads(of: problem.offers[offer])
      face.lowerQuota[offer] = loads.lowerBound
      face.upperQuota[offer] = loads.upperBound
    }
    return face
  }

  private func key(of solution: TransportSolution) -> [Int64] {
    let choices = problem.seatsByMerit.map { [choices = solution.allocation.choices] in choices[$0] }
    func key(_ value: (Int) -> Int, unplaced: Int) -> [Int64] {
      choices.map { Int64($0 == Allocation.unplaced ? unplaced : value($0)) }
    }
    return solution.stages.map(\.value)
      + key({ Int(problem.optionRanks[$0]) }, unplaced: problem.ranks.count)
      + key({ Int(problem.optionOffers[$0]) }, unplaced: solution.face.nodeCount - 1)
  }
}

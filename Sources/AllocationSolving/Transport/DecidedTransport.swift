import Allocations

/// The best allocation once it is decided which offers run: a transport problem again, as long as no student
/// may have one module in several créneaux.
struct DecidedTransport {
  typealias Decision = AllocationCertificate.Decision

  /// An allocation and how good it is: stage values, then ranks in merit order, then offers.
  struct Candidate {
    var solution: TransportSolution
    var decisions: [Decision]
    var decided: Int
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
  /// - Returns: nil where nothing fits the decisions, or a stage is worse.
  func candidate(
    _ decisions: [Decision], isWorse: (_ stage: Int, _ value: Int64) -> Bool = { _, _ in false }
  ) throws(AllocationError) -> Candidate? {
    if solver.deadline.hasPassed { throw AllocationError(code: .timeLimit, context: "") }
    guard var solution = try solver.solve(face(decisions), isWorse: isWorse) else { return nil }
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    solution.holding = arbitration.settle()
    return Candidate(
      solution: solution, decisions: decisions, decided: arbitration.decided, key: key(of: solution))
  }

  /// Nothing is decided but that what cannot run does not.
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
      problem.offers[$0].minimum > 1 ? (running[$0] ? .runs : .closed) : .free
    }
  }

  private func face(_ decisions: [Decision]) -> Face {
    let frame = AllocationCertificate(policy: .satisfaction, stages: [], decisions: decisions)
    let loads = problem.offers.indices.map { frame.loads(of: $0, in: problem) }
    var face = wholeFace
    for (offer, load) in loads.enumerated() {
      face.least[offer] = load.lowerBound
      face.most[offer] = load.upperBound
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

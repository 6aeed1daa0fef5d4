import Allocation

/// The best allocation where offers run with their minimum or not at all.
///
/// Branch and bound (Land and Doig 1960) on what the problem's transport part finds without the minimums. Both
/// the objective and the arbitration are compared, so a branch whose best allocation happens to keep all
/// minimums needs no more, and one that is no better than the best known is left.
struct MinimumSearch {
  /// An allocation and how good it is: stage values, then ranks in merit order, then offers.
  struct Candidate {
    var solution: TransportSolution
    var decisions: [AllocationCertificate.Decision]
    var decided: Int
    var key: [Int64]
  }

  private let solver: TransportSolver
  private var problem: AllocationProblem { solver.problem }
  private let wholeFace: Face
  private(set) var best: Candidate?
  /// Without any minimum.
  private(set) var relaxation: AllocationCertificate.Stage?
  private(set) var isProven = true

  init(_ solver: TransportSolver) {
    self.solver = solver
    wholeFace = Face(
      solver.problem, least: solver.problem.offers.map { _ in 0 },
      most: solver.problem.offers.map(\.places))
  }

  mutating func run() throws(AllocationError) {
    var wishers = [Int](repeating: 0, count: problem.offers.count)
    for offer in problem.optionOffers { wishers[Int(offer)] += 1 }
    // What cannot run need not be asked.
    let start = problem.offers.indices.map { offer in
      let row = problem.offers[offer]
      return row.minimum > max(1, min(row.places, wishers[offer]))
        ? AllocationCertificate.Decision.closed : .free
    }
    var open = [start]
    do throws(AllocationError) {
      relaxation = try solver.relaxation()
      while let decisions = open.popLast() {
        guard let candidate = try evaluate(decisions) else { continue }
        if let best, !candidate.key.lexicographicallyPrecedes(best.key) { continue }
        let loads = candidate.solution.allocation.loads(problem)
        let broken = problem.offers.indices.filter {
          loads[$0] > 0 && loads[$0] < problem.offers[$0].minimum
        }
        if broken.isEmpty {
          best = candidate
        } else {
          open += try branches(decisions, broken, loads)
        }
      }
    } catch {
      guard error.code == .timeLimit else { throw error }
      isProven = false
    }
  }

  /// The two ways with the offer whose decision raises the bound most, the more promising last.
  ///
  /// Strong branching (Applegate, Bixby, Chvátal and Cook 1995): a few offers are tried both ways.
  private func branches(
    _ decisions: [AllocationCertificate.Decision], _ broken: [Int], _ loads: [Int]
  ) throws(AllocationError) -> [[AllocationCertificate.Decision]] {
    func undecided(_ offer: Int) -> Int { min(loads[offer], problem.offers[offer].minimum - loads[offer]) }
    let tried = broken.sorted { (undecided($1), $0) < (undecided($0), $1) }.prefix(8)
    var chosen: [(bound: Int64, decisions: [AllocationCertificate.Decision])] = []
    var least: (Int64, Int64) = (.min, .min)
    for offer in tried {
      var ways: [(bound: Int64, decisions: [AllocationCertificate.Decision])] = []
      for decision in [AllocationCertificate.Decision.closed, .runs] {
        var branch = decisions
        branch[offer] = decision
        guard let bound = try bound(branch) else { continue }
        if let best, let value = solver.objective.stages.isEmpty ? nil : best.key.first, bound > value {
          continue
        }
        ways.append((bound, branch))
      }
      // What rules out one way decides the offer; both, the whole branch.
      if ways.count < 2 { return ways.map(\.decisions) }
      ways.sort { $0.bound > $1.bound }
      let score = (ways[1].bound, ways[0].bound)
      if chosen.isEmpty || score > least {
        least = score
        chosen = ways
      }
    }
    return chosen.map(\.decisions)
  }

  /// What the first stage costs at least; nil where nothing fits.
  private func bound(_ decisions: [AllocationCertificate.Decision]) throws(AllocationError) -> Int64? {
    guard let solution = try solver.first.solve(face(decisions)) else { return nil }
    return solution.stages.first?.value ?? 0
  }

  private func face(_ decisions: [AllocationCertificate.Decision]) -> Face {
    let frame = AllocationCertificate(policy: .satisfaction, stages: [], decisions: decisions)
    let loads = problem.offers.indices.map { frame.loads(of: $0, in: problem) }
    var face = wholeFace
    face.least = loads.map(\.lowerBound)
    face.most = loads.map(\.upperBound)
    return face
  }

  private mutating func evaluate(
    _ decisions: [AllocationCertificate.Decision]
  ) throws(AllocationError) -> Candidate? {
    if solver.deadline.hasPassed { throw AllocationError(code: .timeLimit, context: "") }
    let known = best?.key
    var isEqual = true
    guard
      var solution = try solver.solve(
        face(decisions),
        isWorse: { stage, value in
          guard let known, isEqual else { return false }
          isEqual = value == known[stage]
          return value > known[stage]
        })
    else { return nil }
    var arbitration = Arbitration(problem, solution.face, holding: solution.holding)
    solution.holding = arbitration.settle()
    return Candidate(
      solution: solution, decisions: decisions, decided: arbitration.decided, key: key(of: solution))
  }

  private func key(of solution: TransportSolution) -> [Int64] {
    let options = solution.face.options
    let seats = problem.meritOrder.flatMap { student in
      (0..<problem.slotCount).map { problem.seat(student: Int(student), slot: $0) }
    }
    return solution.stages.map(\.value)
      + seats.map { Int64(options[Int(solution.holding[$0])].rank) }
      + seats.map { Int64(options[Int(solution.holding[$0])].node) }
  }
}

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
  private(set) var best: Candidate?
  /// Without any minimum.
  private(set) var relaxation: AllocationCertificate.Stage?
  private(set) var isProven = true

  init(_ solver: TransportSolver) { self.solver = solver }

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
        // The least decided first: the branch says most.
        let broken = problem.offers.indices.filter {
          loads[$0] > 0 && loads[$0] < problem.offers[$0].minimum
        }.max {
          let (a, b) = (problem.offers[$0], problem.offers[$1])
          return min(loads[$0], a.minimum - loads[$0]) < min(loads[$1], b.minimum - loads[$1])
        }
        guard let broken else {
          best = candidate
          continue
        }
        let likely: AllocationCertificate.Decision =
          loads[broken] * 2 >= problem.offers[broken].minimum ? .runs : .closed
        for decision in [likely == .runs ? .closed : .runs, likely] {
          var branch = decisions
          branch[broken] = decision
          open.append(branch)
        }
      }
    } catch {
      guard error.code == .timeLimit else { throw error }
      isProven = false
    }
  }

  private mutating func evaluate(
    _ decisions: [AllocationCertificate.Decision]
  ) throws(AllocationError) -> Candidate? {
    if solver.deadline.hasPassed { throw AllocationError(code: .timeLimit, context: "") }
    let frame = AllocationCertificate(policy: .satisfaction, stages: [], decisions: decisions)
    let loads = problem.offers.indices.map { frame.loads(of: $0, in: problem) }
    let face = Face(problem, least: loads.map(\.lowerBound), most: loads.map(\.upperBound))
    let known = best?.key
    var isEqual = true
    guard
      var solution = try solver.solve(
        face,
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

import Allocations

/// The best allocation in merit order alone, where offers run with their minimum or not at all.
///
/// Branch and bound (Land and Doig 1960, doi:10.2307/1910129) over which offers are open, on what the transportation
/// problem finds without the minimums: a branch whose best allocation happens to keep all minimums needs no more, and
/// one that is no better than the best known is left.
///
/// The paper bounds by a number; here the whole key of an allocation is compared, the ranks of all students in merit
/// order, since without the minimums no student can do better than in that branch's optimum.
struct MeritSearch {
  typealias Candidate = FixedOpenings.Candidate

  private let transport: FixedOpenings
  private var problem: AllocationProblem { transport.solver.problem }
  private(set) var best: Candidate?
  private(set) var isProven = true

  init(_ transport: FixedOpenings) { self.transport = transport }

  /// - Parameter start: where only offers are closed that too few students wish for.
  mutating func run(from start: Candidate) throws(SolverStop) {
    var open = try branches(start)
    do throws(SolverStop) {
      while let decisions = open.popLast() {
        guard let candidate = try transport.candidate(decisions) else { continue }
        if let best, !candidate.key.lexicographicallyPrecedes(best.key) { continue }
        let broken = candidate.solution.allocation.brokenMinimums(problem)
        if broken.isEmpty { best = candidate } else { open += try branches(candidate) }
      }
    } catch {
      guard error == .timeLimit else { throw error }
      isProven = false
    }
  }

  /// Without the first student's offer among those below their minimum and, the more promising, with it.
  private func branches(_ candidate: Candidate) throws(SolverStop) -> [[FixedOpenings.Decision]] {
    let broken = Set(candidate.solution.allocation.brokenMinimums(problem))
    let offers = candidate.key.suffix(problem.seatCount).lazy.map(Int.init)
    guard let offer = offers.first(where: { broken.contains($0) }) else { return [candidate.decisions] }
    return [FixedOpenings.Decision.closed, .open].map { decision in
      var branch = candidate.decisions
      branch[offer] = decision
      return branch
    }
  }
}

extension Allocation {
  /// Offers with some students, but fewer than their minimum.
  func brokenMinimums(_ problem: AllocationProblem) -> [Int] {
    let loads = loads(problem)
    return problem.offers.indices.filter { loads[$0] > 0 && loads[$0] < problem.offers[$0].minimum }
  }
}

import Allocations

/// The best allocation once it is fixed which offers with a minimum are open: a transportation problem, or a smaller
/// search where modules are shared. Each combination of open offers is solved once.
final class SearchCompletion {
  private let transport: FixedOpenings
  private let atMostOne: AtMostOneGroups
  private var cache: [CacheKey: [Int]?] = [:]

  private struct CacheKey: Hashable {
    var running: [Bool]
    var arbitrates: Bool
  }

  init(_ transport: FixedOpenings, _ atMostOne: AtMostOneGroups) {
    self.transport = transport
    self.atMostOne = atMostOne
  }

  /// Whether completing is cheaper than solving a relaxation.
  var isQuick: Bool { transport.solver.problem.isTransportWithFixedOpenings }

  /// - Parameters:
  ///   - best: the best allocation known; one that is worse by a level may be reported as none.
  ///   - arbitrates: whether to follow merit; without, the levels alone may be what is best.
  /// - Returns: nil where the offers cannot run together.
  func choices(running: [Bool], best: [Int]?, arbitrates: Bool) throws(SolverStop) -> [Int]? {
    let key = CacheKey(running: running, arbitrates: arbitrates || isQuick)
    if let found = cache[key] { return found }
    let found = try find(transport.decisions(running: running), best, arbitrates: arbitrates)
    cache[key] = found
    return found
  }

  /// A transportation problem, unless a student may have one module in several créneaux.
  private func find(
    _ decisions: [FixedOpenings.Decision], _ best: [Int]?, arbitrates: Bool
  ) throws(SolverStop) -> [Int]? {
    let solver = transport.solver
    if isQuick {
      return try transport.candidate(decisions)?.solution.allocation.choices
    }
    var space = SearchSpace(solver.problem, atMostOne)
    for (offer, decision) in decisions.enumerated() where decision != .free {
      if space.decisions[offer] == .closed, decision == .open { return nil }
      space.decisions[offer] = decision
    }
    guard space.propagate(solver.problem, atMostOne) else { return nil }
    let levels = solver.objective.levels
    var search = IntegerSearch(
      solver.problem, atMostOne, space, best: nil, completion: nil, deadline: solver.deadline)
    let choices = try search.run(
      levels, limits: best.map { best in levels.map { SeatCosts($0, solver.problem).value(best) } },
      arbitration: arbitrates ? {} : nil)
    guard search.isProven else { throw .timeLimit }
    return choices
  }
}

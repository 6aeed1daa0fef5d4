import Allocations
import LinearProgramming

extension TransportSolver {
  /// Prices of offers and crossing quotas that bound the first stage, from the linear relaxation.
  ///
  /// Any prices ≥ 0 bound it (weak duality; Gale, Kuhn and Tucker 1951); those of the optimum, rounded to whole numbers,
  /// do so nearly as well as can be.
  ///
  /// - Returns: nil where floating point gives no answer that stands up to its check, or the time is up.
  /// - Throws: where the task is cancelled.
  func quotaRelaxation() throws(SolverStop) -> AllocationCertificate.Stage? {
    guard let stage = objective.stages.first else { return nil }
    var model = LinearModel()
    var columnsOfOffer = [[Int]](repeating: [], count: problem.offers.count)
    for seat in 0..<problem.seatCount {
      let first = model.columnCount
      for option in problem.options(ofSeat: seat) {
        let column = model.addColumn(cost: stage.cost(ofOption: option, problem), bounds: .between(0, 1))
        columnsOfOffer[Int(problem.optionOffers[option])].append(column)
      }
      if problem.mayStayOut(seat) {
        model.addColumn(cost: stage.unplacedCost(ofSeat: seat), bounds: .between(0, 1))
      }
      model.addRow(bounds: .equal(1), (first..<model.columnCount).map { ($0, 1) })
    }
    for (offer, columns) in columnsOfOffer.enumerated() {
      model.addRow(bounds: .atMost(Int64(problem.offers[offer].places)), columns.map { ($0, 1) })
    }
    for quota in problem.crossingQuotas {
      model.addRow(
        bounds: .atMost(Int64(quota.most)), quota.offers.flatMap { columnsOfOffer[$0].map { ($0, 1) } })
    }
    guard let solution = try? model.solve(deadline.options()) else { return nil }
    if solution.termination == .cancelled { throw .cancelled }
    guard solution.status == .optimal else { return nil }
    // A dual says what a place saves; a price what it costs.
    let prices = solution.rowDuals[problem.seatCount...].map { max(0, Int64((-$0).rounded())) }
    let bound = bound(of: prices, stage)
    return .init(prices: prices, value: bound, bound: bound)
  }

  /// Weak duality: everyone at the cheapest choice, less what all places and departures cost.
  ///
  /// The verifier computes the same bound with code of its own, so that a fault here cannot confirm itself.
  private func bound(of prices: [Int64], _ stage: ObjectiveStage) -> Int64 {
    var through = Array(prices.prefix(problem.offers.count))
    for (quota, price) in zip(problem.crossingQuotas, prices.dropFirst(problem.offers.count)) {
      for offer in quota.offers { through[offer] += price }
    }
    let limits = problem.offers.map(\.places) + problem.crossingQuotas.map(\.most)
    let cheapest = (0..<problem.seatCount).map { seat in
      let out = problem.mayStayOut(seat) ? stage.unplacedCost(ofSeat: seat) : .max
      return problem.options(ofSeat: seat).reduce(out) { least, option in
        min(least, stage.cost(ofOption: option, problem) + through[Int(problem.optionOffers[option])])
      }
    }
    return cheapest.reduce(0, +) - zip(prices, limits).reduce(0) { $0 + $1.0 * Int64($1.1) }
  }
}

import Allocations
import LinearProgramming
import Wording

/// The integer program of a problem whose seats depend on each other through more than places, for GLPK's own branch
/// and bound (Land and Doig 1960, doi:10.2307/1910129): the method ``AllocationSolver/Method/plain``.
///
/// Each level is minimised and then fixed at its value by a row; then, in merit order, each seat's rank and module. So
/// it needs no weights, and stays right however many levels there are. It is slow, and serves to compare with.
///
/// Columns: an option each, and whether an offer with a minimum runs.
struct WholeProgram {
  private let problem: AllocationProblem
  private let deadline: Deadline
  private var model = LinearModel()
  private(set) var best: Allocation?
  private(set) var isProven = true

  init(_ problem: AllocationProblem, deadline: Deadline) {
    self.problem = problem
    self.deadline = deadline
    var columnsOfOffer = [[Int]](repeating: [], count: problem.offers.count)
    for (option, offer) in problem.optionOffers.enumerated() {
      columnsOfOffer[Int(offer)].append(option)
      model.addColumn(cost: 0, bounds: .between(0, 1), isInteger: true)
    }
    for seat in 0..<problem.seatCount where !problem.options(ofSeat: seat).isEmpty {
      model.addRow(
        bounds: problem.mayStayOut(seat) ? .atMost(1) : .equal(1),
        problem.options(ofSeat: seat).map { ($0, 1) })
    }
    for (offer, columns) in columnsOfOffer.enumerated() where !columns.isEmpty {
      let row = problem.offers[offer]
      let places = Int64(min(row.places, columns.count))
      if row.minimum > 1 {
        let runs = model.addColumn(cost: 0, bounds: .between(0, 1), isInteger: true)
        let terms = columns.map { (column: $0, coefficient: Int64(1)) }
        model.addRow(bounds: .atMost(0), terms + [(runs, -places)])
        model.addRow(bounds: .atLeast(0), terms + [(runs, -Int64(row.minimum))])
      } else {
        model.addRow(bounds: .atMost(places), columns.map { ($0, 1) })
      }
    }
    for quota in problem.quotas {
      model.addRow(
        bounds: .atMost(Int64(quota.most)), quota.offers.flatMap { columnsOfOffer[$0].map { ($0, 1) } })
    }
    for student in 0..<problem.studentCount {
      let first = problem.seat(student: student, slot: 0)
      let options = problem.optionStarts[first]..<problem.optionStarts[first + problem.slotCount]
      let byModule = Dictionary(grouping: options) { problem.offer(ofOption: $0).module }
      for (_, shared) in byModule.sorted(by: { $0.key < $1.key }) where shared.count > 1 {
        model.addRow(bounds: .atMost(1), shared.map { ($0, 1) })
      }
    }
  }

  /// Makes a level as small as it can be, and fixes it there.
  mutating func fix(_ level: ObjectiveLevel) throws(SolverStop) {
    let costs = SeatCosts(level, problem)
    try fix(
      (0..<problem.seatCount).flatMap { seat in
        problem.options(ofSeat: seat).map { (column: $0, coefficient: costs.options[$0] - costs.out[seat]) }
      })
  }

  private mutating func fix(
    _ terms: [(column: Int, coefficient: Int64)]
  ) throws(SolverStop) {
    let terms = terms.filter { $0.coefficient != 0 }
    guard isProven, !terms.isEmpty else { return }
    for term in terms { model.setCost(term.coefficient, column: term.column) }
    defer { for term in terms { model.setCost(0, column: term.column) } }
    guard let value = try solve() else { return }
    model.addRow(bounds: .equal(value), terms)
  }

  /// - Returns: nil where the time limit came first.
  private mutating func solve() throws(SolverStop) -> Int64? {
    if deadline.hasPassed {
      isProven = false
      return nil
    }
    let solution: IntegerSolution
    do {
      solution = try model.solveInteger(deadline.options())
    } catch {
      throw .failure(error.message)
    }
    if solution.termination == .cancelled { throw .cancelled }
    if let values = solution.exact?.wholeValues, solution.status == .optimal || best == nil {
      best = Allocation(
        choices: (0..<problem.seatCount).map { seat in
          problem.options(ofSeat: seat).first { values[$0] == 1 } ?? Allocation.unplaced
        })
    }
    guard solution.termination == .completed else {
      isProven = false
      return nil
    }
    guard solution.status == .optimal, let value = solution.exact?.wholeObjective else {
      throw .failure(
        Message(
          fr: "GLPK n'a pas trouvé d'optimum entier",
          en: "GLPK found no whole optimum"))
    }
    return value
  }

  /// In merit order the best rank of each seat, then the lowest of tied modules.
  mutating func arbitrate() throws(SolverStop) {
    if best == nil { _ = try solve() }
    let problem = problem
    let seats = problem.seatsByMerit
    let last = Int64(problem.ranks.count)
    for seat in seats {
      try fix(
        seat, costs: { Int64(problem.optionRanks[$0]) - last },
        isLike: { problem.optionRanks[$0] == problem.optionRanks[$1] })
    }
    for seat in seats where best?[seat] != nil {
      let first = problem.options(ofSeat: seat).lowerBound
      try fix(seat, costs: { option in Int64(option - first) }, isLike: { $0 == $1 })
    }
  }

  /// Gives a seat its cheapest option that leaves the rest whole, and holds it to those like it.
  private mutating func fix(
    _ seat: Int, costs: (Int) -> Int64, isLike: (Int, Int) -> Bool
  ) throws(SolverStop) {
    let options = problem.options(ofSeat: seat)
    guard isProven, !options.isEmpty else { return }
    let isCheapest =
      best?[seat].map { held in options.allSatisfy { costs(held) <= costs($0) } } ?? false
    if !isCheapest {
      for option in options { model.setCost(costs(option), column: option) }
      _ = try solve()
      for option in options { model.setCost(0, column: option) }
    }
    guard isProven else { return }
    if let held = best?[seat] {
      model.addRow(bounds: .equal(1), options.filter { isLike($0, held) }.map { ($0, 1) })
    } else {
      model.addRow(bounds: .equal(0), options.map { ($0, 1) })
    }
  }
}

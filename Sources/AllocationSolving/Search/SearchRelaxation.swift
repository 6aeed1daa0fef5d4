import Allocations
import LinearProgramming
import Wording

/// The linear relaxation of a search's space as GLPK takes it, for the multipliers and the point it gives.
///
/// Columns: each open option of a seat that is not fixed, the seat's staying outside, and whether each free offer is
/// open. Rows: each seat, offer, at-most-one group, crossing quota and fixed level and, for each option of a free offer,
/// that nobody holds more of the offer than is open. These last rows make the relaxation of facility location strong
/// (Balinski 1965); without them it would open offers by the small parts that their students need.
///
/// Whatever the space, there is a solution: what it breaks costs the penalty (a seat without what it may hold, nothing
/// of a required group, an offer below its minimum, a fixed level). So GLPK always has an optimum to give. Nothing
/// depends on its being right: the multipliers only make ``LagrangianBound`` good, and the point only guides the search.
struct SearchRelaxation {
  private let problem: AllocationProblem
  private let space: SearchSpace
  private let atMostOne: AtMostOneGroups
  private let penalty: Int64
  private let fixedLevels: ArraySlice<FixedLevel>

  private var model = LinearModel()
  /// Seats with a choice.
  private var seats: [Int] = []
  /// By option and by seat; −1 where there is none.
  private var columnOfOption: [Int32]
  private var outColumns: [Int] = []
  /// Offers that may run or not, and whether they do.
  private var running: [(offer: Int, column: Int)] = []
  private var groupRows: [(group: Int, row: Int)] = []
  private var quotaRows: [Int] = []
  private var levelRows: [Int] = []
  private var basis: Basis

  struct Answer {
    var multipliers: Multipliers
    /// The largest part of each seat.
    var choices: [Int]
    /// How much of it.
    var parts: [Double]
    /// Offers that may run or not, and how much of each runs.
    var running: [(offer: Int, part: Double)]
  }

  /// - Parameters:
  ///   - space: propagated.
  ///   - guess: for each seat a choice of the space, to start at.
  init(
    _ problem: AllocationProblem, _ space: SearchSpace, _ atMostOne: AtMostOneGroups, _ costs: SeatCosts,
    fixedLevels: ArraySlice<FixedLevel>, penalty: Int64, guess: [Int]
  ) {
    self.problem = problem
    self.space = space
    self.atMostOne = atMostOne
    self.penalty = penalty
    self.fixedLevels = fixedLevels
    columnOfOption = [Int32](repeating: -1, count: problem.optionOffers.count)
    basis = Basis(rows: [], columns: [])
    var fixedLoads = [Int](repeating: 0, count: problem.offers.count)
    var columnsOfOffer = [[Int]](repeating: [], count: problem.offers.count)
    var fixed: [(seat: Int, choice: Int)] = []
    for seat in 0..<problem.seatCount {
      if let only = space.fixedChoice(ofSeat: seat, problem) {
        fixed.append((seat, only))
        if only != Allocation.unplaced { fixedLoads[Int(problem.optionOffers[only])] += 1 }
        continue
      }
      addSeat(seat, costs, guess[seat], &columnsOfOffer)
    }
    for offer in problem.offers.indices where !columnsOfOffer[offer].isEmpty {
      addOffer(offer, columnsOfOffer[offer], fixed: fixedLoads[offer])
    }
    for (group, options) in atMostOne.groups.enumerated() {
      let columns = options.map { Int(columnOfOption[$0]) }.filter { $0 >= 0 }
      guard columns.count > 1 else { continue }
      groupRows.append((group, model.rowCount))
      let terms = columns.map { (column: $0, coefficient: Int64(1)) }
      if space.isRequired[group] {
        let missing = addColumn(cost: penalty, bounds: .between(0, 1))
        addRow(bounds: .equal(1), terms + [(missing, 1)])
      } else {
        addRow(bounds: .atMost(1), terms)
      }
    }
    for quota in problem.crossingQuotas {
      let taken = quota.offers.reduce(0) { $0 + fixedLoads[$1] }
      quotaRows.append(model.rowCount)
      addRow(
        bounds: .atMost(Int64(quota.most - taken)),
        quota.offers.flatMap { columnsOfOffer[$0].map { ($0, 1) } })
    }
    for level in fixedLevels { addLevel(level, fixed) }
  }

  private mutating func addSeat(
    _ seat: Int, _ costs: SeatCosts, _ guess: Int, _ columnsOfOffer: inout [[Int]]
  ) {
    let first = model.columnCount
    var held = guess
    for option in problem.options(ofSeat: seat) where space.isOpen[option] {
      let column = model.addColumn(cost: costs.options[option], bounds: .between(0, 1))
      columnOfOption[option] = Int32(column)
      columnsOfOffer[Int(problem.optionOffers[option])].append(column)
      basis.columns.append(option == held ? .basic : .atLower)
    }
    let cost = space.mayStayOut[seat] ? costs.out[seat] : penalty
    if held != Allocation.unplaced, !space.isOpen[held] { held = Allocation.unplaced }
    outColumns.append(model.addColumn(cost: cost, bounds: .between(0, 1)))
    basis.columns.append(held == Allocation.unplaced ? .basic : .atLower)
    seats.append(seat)
    model.addRow(bounds: .equal(1))
    basis.rows.append(.fixed)
    for column in first..<model.columnCount { model.addTerm(1, column: column) }
  }

  private mutating func addRow(bounds: LinearBounds, _ terms: [(column: Int, coefficient: Int64)]) {
    model.addRow(bounds: bounds, terms)
    basis.rows.append(.basic)
  }

  private mutating func addColumn(cost: Int64, bounds: LinearBounds, atUpper: Bool = false) -> Int {
    basis.columns.append(atUpper ? .atUpper : .atLower)
    return model.addColumn(cost: cost, bounds: bounds)
  }

  private mutating func addOffer(_ offer: Int, _ columns: [Int], fixed: Int) {
    let loads = space.loads[offer]
    let places = Int64(min(loads.upperBound - fixed, columns.count))
    let terms = columns.map { (column: $0, coefficient: Int64(1)) }
    guard loads.lowerBound > 0 else {
      addRow(bounds: .between(0, places), terms)
      return
    }
    guard space.decisions[offer] == .free else {
      let missing = Int64(max(0, loads.lowerBound - fixed))
      let short = addColumn(cost: penalty, bounds: .between(0, missing))
      addRow(bounds: .between(missing, max(missing, places)), terms + [(short, 1)])
      return
    }
    let isGuessed = columns.contains { basis.columns[$0] == .basic }
    let runs = addColumn(cost: 0, bounds: .between(0, 1), atUpper: isGuessed)
    running.append((offer, runs))
    addRow(bounds: .atLeast(0), terms + [(runs, -Int64(loads.lowerBound))])
    if columns.count > loads.upperBound { addRow(bounds: .atMost(0), terms + [(runs, -places)]) }
    for column in columns { addRow(bounds: .atMost(0), [(column, 1), (runs, -1)]) }
  }

  private mutating func addLevel(_ level: FixedLevel, _ fixed: [(seat: Int, choice: Int)]) {
    var rest = level.value
    for (seat, choice) in fixed { rest -= level.costs.cost(choice, ofSeat: seat) }
    var terms: [(column: Int, coefficient: Int64)] = []
    for (seat, out) in zip(seats, outColumns) {
      for option in problem.options(ofSeat: seat) where columnOfOption[option] >= 0 {
        let cost = level.costs.options[option]
        if cost != 0 { terms.append((Int(columnOfOption[option]), cost)) }
      }
      let cost = space.mayStayOut[seat] ? level.costs.out[seat] : level.largest
      if cost != 0 { terms.append((out, cost)) }
    }
    terms.append((addColumn(cost: penalty, bounds: .atLeast(0)), -1))
    levelRows.append(model.rowCount)
    addRow(bounds: .atMost(rest), terms)
  }

  /// - Parameter scale: of the multipliers.
  /// - Returns: nil where floating point gives no answer that stands up to its check.
  /// - Throws: where GLPK fails or is stopped.
  func solve(scale: Int64, deadline: Deadline) throws(SolverStop) -> Answer? {
    if seats.isEmpty { return answer(nil, scale) }
    let solution: LinearSolution
    do {
      solution = try model.solve(deadline.options(startingAt: basis))
    } catch {
      if error.code == .numericallyDoubtful { return nil }
      throw .failure(error.message)
    }
    try solution.termination.check()
    guard solution.status == .optimal else {
      throw .failure(
        Message(
          fr: "GLPK ne trouve pas d'optimum alors qu'il y en a un",
          en: "GLPK finds no optimum where there is one"))
    }
    return answer(solution, scale)
  }

  private func answer(_ solution: LinearSolution?, _ scale: Int64) -> Answer {
    func scaled(_ dual: Double, in range: ClosedRange<Int64>) -> Int64 {
      let product = (dual * Double(scale)).rounded()
      return min(max(Int64(exactly: product) ?? 0, range.lowerBound), range.upperBound)
    }
    // What a row at most is charged is what its dual gains.
    func charge(_ row: Int, in range: ClosedRange<Int64>) -> Int64 {
      solution.map { scaled(-$0.rowDuals[row], in: range) } ?? 0
    }
    let levels = levelRows.map { charge($0, in: 0...penalty * scale) }
    // At this worth holding nothing in spite of the space is as good as holding the only thing left.
    let most = zip(fixedLevels, levels).reduce(penalty * scale) { $0 + $1.0.largest * $1.1 }
    var multipliers = Multipliers(
      seats: [Int64](repeating: most, count: problem.seatCount),
      atMostOne: [Int64](repeating: 0, count: atMostOne.groups.count),
      quotas: quotaRows.map { charge($0, in: 0...most) }, levels: levels)
    var choices = (0..<problem.seatCount).map {
      space.fixedChoice(ofSeat: $0, problem) ?? Allocation.unplaced
    }
    var parts = [Double](repeating: 1, count: problem.seatCount)
    guard let solution else {
      return Answer(multipliers: multipliers, choices: choices, parts: parts, running: [])
    }
    for (row, seat) in seats.enumerated() {
      multipliers.seats[seat] = scaled(solution.rowDuals[row], in: -most...most)
      parts[seat] = solution.values[outColumns[row]]
      for option in problem.options(ofSeat: seat) where columnOfOption[option] >= 0 {
        let part = solution.values[Int(columnOfOption[option])]
        if part > parts[seat] { (choices[seat], parts[seat]) = (option, part) }
      }
    }
    for (group, row) in groupRows {
      multipliers.atMostOne[group] = charge(row, in: (space.isRequired[group] ? -most : 0)...most)
    }
    return Answer(
      multipliers: multipliers, choices: choices, parts: parts,
      running: running.map { ($0.offer, solution.values[$0.column]) })
  }
}

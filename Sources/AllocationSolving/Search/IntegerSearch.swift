import Allocations

/// The best allocation where seats depend on each other through more than places: offers that run with their minimum
/// or not at all, a module in several créneaux, quotas that cross.
///
/// **Problem.** An integer program with a lexicographic objective: the levels, then the rank of each seat in merit
/// order, then its module.
///
/// **Method.** Each level, then a few seats at a time, is made as cheap as it can be and fixed there. Each is a branch
/// and bound (Land and Doig 1960, doi:10.2307/1910129) on which offers are open, then on seats. The bounds are those of
/// ``LagrangianBound``, at the multipliers that GLPK finds for ``SearchRelaxation``. Options that cannot be in an
/// allocation as good as the best known are closed (reduced-cost fixing: Dantzig, Fulkerson and Johnson 1954,
/// doi:10.1287/opre.2.4.393). Good allocations come from ``FixedOpenings``, or from diving: fix the surest seats,
/// relax again.
///
/// **Difference.** The papers bound in floating point. Here GLPK's duals are rounded to whole multipliers, and any
/// multipliers give a valid bound in whole numbers: rounding can make a bound worse, never wrong. What one level closed
/// stays closed for the next, so that little is left after the first.
///
/// **Why the result is right.** A branch is left only where its bound is no better than the best allocation known; an
/// option is closed only where every allocation with it is worse. Both are whole-number comparisons.
struct IntegerSearch {
  let problem: AllocationProblem
  let atMostOne: AtMostOneGroups
  let deadline: Deadline
  var space: SearchSpace
  /// Levels made as small as they can be whose optimal allocations no ``SearchSpace`` describes: their sum is bounded.
  var fixedLevels: [FixedLevel] = []
  /// For each seat its choice; nil where none is known.
  var best: [Int]?
  var isProven = true
  /// Whether the levels are fixed, and seats follow in merit order.
  var arbitrates = false
  /// Finds the best allocation once it is fixed which offers are open.
  let completion: SearchCompletion?

  /// - Parameters:
  ///   - space: propagated.
  ///   - best: an allocation of the space.
  ///   - completion: nil where nothing but seats is left to branch on.
  init(
    _ problem: AllocationProblem, _ atMostOne: AtMostOneGroups, _ space: SearchSpace, best: [Int]?,
    completion: SearchCompletion?, deadline: Deadline
  ) {
    self.problem = problem
    self.atMostOne = atMostOne
    self.space = space
    self.best = best
    self.completion = completion
    self.deadline = deadline
  }

  /// Makes each level as small as it can be, then each seat's rank and module in merit order.
  ///
  /// - Parameters:
  ///   - limits: by level, values of an allocation; where these cannot be reached the search ends.
  ///   - arbitration: called before the merit order; nil for the levels alone.
  /// - Returns: the best choices; nil where there are none as good as the limits, or the time limit came first.
  mutating func run(
    _ levels: [ObjectiveLevel], limits: [Int64]? = nil, arbitration: (() -> Void)?
  ) throws(SolverStop) -> [Int]? {
    var limits = limits
    for (number, level) in levels.enumerated() {
      let limit = limits?[number]
      guard let value = try fix(level, limit: limit) else { return best }
      if let limit, value < limit { limits = nil }
    }
    if levels.isEmpty, best == nil { _ = try minimise(SeatCosts(problem), limit: nil) }
    guard let arbitration, best != nil else { return best }
    arbitration()
    arbitrates = true
    try arbitrate()
    return best
  }

  /// Makes a level as small as it can be, and fixes it there.
  private mutating func fix(
    _ level: ObjectiveLevel, limit: Int64?
  ) throws(SolverStop) -> Int64? {
    let costs = SeatCosts(level, problem)
    guard let (multipliers, penalty) = try minimise(costs, limit: limit), let best else { return nil }
    let level = FixedLevel(
      costs: costs, largest: costs.largest, value: costs.value(best), multipliers: multipliers,
      penalty: penalty)
    let bound = tighten(to: level, after: fixedLevels[...])
    if bound.bound == level.value * bound.scale, let face = bound.face(of: space, multipliers) {
      space = face
      _ = space.propagate(problem, atMostOne)
    } else {
      fixedLevels.append(level)
    }
    return level.value
  }

  /// Takes from the space what no allocation as good as the best known contains, by a level.
  @discardableResult
  private mutating func tighten(
    to level: FixedLevel, after fixedLevels: ArraySlice<FixedLevel>
  ) -> LagrangianBound {
    let bound = LagrangianBound(
      problem, space, atMostOne, level.costs, level.multipliers, fixedLevels: fixedLevels,
      penalty: level.penalty,
      scale: scale(for: level.penalty, fixedLevels))
    bound.tighten(&space, upTo: level.value)
    _ = space.propagate(problem, atMostOne)
    return bound
  }
}

// MARK: One seat after the other

extension IntegerSearch {
  /// The product of the numbers of classes that seats fixed at once may have. The costs of their classes stay below it,
  /// and so the penalty and the multipliers stay small. Not measured: a guess.
  private static var largestWeight: Int64 { 1 << 16 }

  /// In merit order the best rank of each seat, then the lowest of tied modules.
  private mutating func arbitrate() throws(SolverStop) {
    let seats = problem.seatsByMerit
    let unplaced = Int64(problem.ranks.count)
    let ranks = problem.optionRanks
    try arbitrate(seats) { $0 == Allocation.unplaced ? unplaced : Int64(ranks[$0]) }
    try arbitrate(seats) { $0 == Allocation.unplaced ? unplaced : Int64($0) }
  }

  /// Gives each seat its best class that leaves those before theirs.
  private mutating func arbitrate(_ seats: [Int], class classOf: (Int) -> Int64) throws(SolverStop) {
    var position = 0
    while position < seats.count, isProven, let held = best {
      try deadline.checkCancellation()
      let seat = seats[position]
      if classes(of: seat, classOf).first == classOf(held[seat]) {
        keep(seat, classOf(held[seat]), classOf)
        position += 1
        continue
      }
      for (number, level) in fixedLevels.enumerated() { tighten(to: level, after: fixedLevels[..<number]) }
      let end = try arbitrate(seats[position...], classOf)
      for seat in seats[position..<end] where isProven {
        keep(seat, classOf(best?[seat] ?? Allocation.unplaced), classOf)
      }
      position = end
    }
  }

  /// The classes a seat can still have, the best first.
  private func classes(of seat: Int, _ classOf: (Int) -> Int64) -> [Int64] {
    var classes: [Int64] = []
    for option in problem.options(ofSeat: seat) where space.isOpen[option] {
      let number = classOf(option)
      if classes.last != number { classes.append(number) }
    }
    return space.mayStayOut[seat] ? classes + [classOf(Allocation.unplaced)] : classes
  }

  private mutating func keep(_ seat: Int, _ held: Int64, _ classOf: (Int) -> Int64) {
    space.keep(seat, problem) { classOf($0) == held }
    _ = space.propagate(problem, atMostOne)
  }

  /// Fixes as many of the seats as one objective can.
  ///
  /// - Returns: the position after the last of them.
  private mutating func arbitrate(
    _ seats: ArraySlice<Int>, _ classOf: (Int) -> Int64
  ) throws(SolverStop) -> Int {
    var chosen: [(seat: Int, classes: [Int64])] = []
    var product: Int64 = 1
    var end = seats.startIndex
    for seat in seats {
      let classes = classes(of: seat, classOf)
      guard product == 1 || product * Int64(classes.count) <= Self.largestWeight else { break }
      product *= Int64(classes.count)
      chosen.append((seat, classes))
      end += 1
    }
    var costs = SeatCosts(problem)
    var weight: Int64 = 1
    for (seat, classes) in chosen.reversed() {
      for option in problem.options(ofSeat: seat) where space.isOpen[option] {
        costs.options[option] = weight * Int64(classes.firstIndex(of: classOf(option))!)
      }
      costs.out[seat] = weight * Int64(classes.count - 1)
      weight *= Int64(classes.count)
    }
    _ = try minimise(costs, limit: nil)
    return end
  }
}

import Allocation

/// The best allocation where seats depend on each other through more than places: offers that run with their
/// minimum or not at all, a module in several créneaux.
///
/// Level after level of the objective, then seat after seat in merit order, is made as cheap as it can be and
/// held there. Each is a branch and bound (Land and Doig 1960) on whether offers run, with the bounds of
/// ``LagrangianBound`` at the multipliers that GLPK finds; what cannot be as good as the best known is taken
/// from the space for good (reduced-cost fixing), so that little is left after the first level.
struct IntegerSearch {
  private let problem: AllocationProblem
  private let twins: Twins
  private let deadline: Deadline
  private var space: SearchSpace
  private var settled: [SettledLevel] = []
  /// For each seat its choice.
  private(set) var best: [Int]
  private(set) var isProven = true
  /// The best allocation once it is decided which offers run, where that leaves a transport problem.
  private let transport: DecidedTransport?

  /// - Parameters:
  ///   - first: any allocation of the problem.
  ///   - transport: for a problem in which no student may have one module in several créneaux.
  init(
    _ problem: AllocationProblem, first: Allocation, deadline: Deadline, transport: DecidedTransport?
  ) {
    self.problem = problem
    self.deadline = deadline
    self.transport = transport
    twins = Twins(problem)
    space = SearchSpace(problem, twins)
    best = first.choices
    _ = space.propagate(problem, twins)
  }

  /// Makes a level as small as it can be, and holds it there.
  mutating func settle(_ level: ObjectiveLevel) throws(AllocationError) {
    let costs = SeatCosts(level, problem)
    guard let (multipliers, penalty) = try minimise(costs) else { return }
    let level = SettledLevel(
      costs: costs, largest: costs.largest, value: costs.value(best), multipliers: multipliers,
      penalty: penalty)
    let bound = tighten(to: level, after: settled[...])
    if bound.bound == level.value * bound.scale, let face = bound.face(of: space, multipliers) {
      space = face
      _ = space.propagate(problem, twins)
    } else {
      settled.append(level)
    }
  }

  /// In merit order the best rank of each seat, then the lowest of tied modules.
  mutating func arbitrate() throws(AllocationError) {
    let seats = problem.meritOrder.flatMap { student in
      (0..<problem.slotCount).map { problem.seat(student: Int(student), slot: $0) }
    }
    let unplaced = Int64(problem.ranks.count)
    let ranks = problem.optionRanks
    try arbitrate(seats) { $0 == Allocation.unplaced ? unplaced : Int64(ranks[$0]) }
    try arbitrate(seats) { $0 == Allocation.unplaced ? unplaced : Int64($0) }
  }
}

// MARK: One seat after the other

extension IntegerSearch {
  /// The product of the numbers of classes that seats settled at once may have, so that the weights of their
  /// classes stay small.
  private static var largestWeight: Int64 { 1 << 16 }

  /// Gives each seat its best class that leaves those before theirs.
  private mutating func arbitrate(_ seats: [Int], class classOf: (Int) -> Int64) throws(AllocationError) {
    var position = 0
    while position < seats.count, isProven {
      let seat = seats[position]
      if let best = classes(of: seat, classOf).first, best == classOf(self.best[seat]) {
        keep(seat, classOf)
        position += 1
        continue
      }
      for (number, level) in settled.enumerated() { tighten(to: level, after: settled[..<number]) }
      let end = try arbitrate(seats[position...], classOf)
      for seat in seats[position..<end] where isProven { keep(seat, classOf) }
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

  private mutating func keep(_ seat: Int, _ classOf: (Int) -> Int64) {
    let held = classOf(best[seat])
    space.keep(seat, problem) { classOf($0) == held }
    _ = space.propagate(problem, twins)
  }

  /// Settles as many of the seats as one objective can.
  ///
  /// - Returns: the position after the last of them.
  private mutating func arbitrate(
    _ seats: ArraySlice<Int>, _ classOf: (Int) -> Int64
  ) throws(AllocationError) -> Int {
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
    _ = try minimise(costs)
    return end
  }
}

// MARK: Branch and bound

extension IntegerSearch {
  private struct Node {
    var space: SearchSpace
    /// Where the relaxation starts.
    var guess: [Int]
  }

  /// Finds the best allocation of the space, none of the settled sums growing.
  ///
  /// - Returns: the multipliers of the first relaxation and the penalty they are for; nil where the time limit
  ///   came first.
  private mutating func minimise(
    _ costs: SeatCosts
  ) throws(AllocationError) -> (Multipliers, penalty: Int64)? {
    guard isProven else { return nil }
    let cheapest = (0..<problem.seatCount).map { seat in
      space.openOptions(ofSeat: seat, problem).reduce(space.mayStayOut[seat] ? costs.out[seat] : .max) {
        min($0, costs.options[$1])
      }
    }
    let dearest = cheapest.reduce(0) { max($0, abs($1)) }
    // An allocation that breaks the space by one unit is no better than the best known.
    let penalty = costs.value(best) - cheapest.reduce(0, +) + 2 * dearest + 1
    let scale = scale(for: penalty, settled[...])
    var root = Multipliers(
      seats: cheapest.map { $0 * scale }, twins: twins.groups.map { _ in 0 },
      levels: settled.map { _ in 0 })
    func bound(_ space: SearchSpace, _ multipliers: Multipliers) -> LagrangianBound {
      LagrangianBound(
        problem, space, twins, costs, multipliers, settled: settled[...], penalty: penalty, scale: scale)
    }
    if bound(space, root).wholeBound >= costs.value(best) { return (root, penalty) }
    var open = [Node(space: space, guess: best)]
    var isFirst = true
    while var node = open.popLast() {
      guard !deadline.hasPassed else {
        isProven = false
        return nil
      }
      guard node.space.propagate(problem, twins) else { continue }
      let relaxation = SearchRelaxation(
        problem, node.space, twins, costs, settled: settled[...], penalty: penalty, guess: node.guess)
      let answer: SearchRelaxation.Answer?
      do {
        answer = try relaxation.solve(scale: scale, deadline: deadline)
      } catch {
        guard error.code == .timeLimit else { throw error }
        isProven = false
        return nil
      }
      guard let answer else {
        throw AllocationError(code: .solver, context: "GLPK's relaxation does not stand up to its check")
      }
      if isFirst { root = answer.multipliers }
      isFirst = false
      try take(answer, in: node.space, costs)
      let bound = bound(node.space, answer.multipliers)
      guard bound.wholeBound < costs.value(best) else { continue }
      bound.tighten(&node.space, most: costs.value(best) - 1)
      guard node.space.propagate(problem, twins) else { continue }
      for space in branches(node.space, answer, costs) { open.append(Node(space: space, guess: answer.choices)) }
    }
    return (root, penalty)
  }

  /// So large that rounding matters little, and no sum leaves 64 bits.
  private func scale(for penalty: Int64, _ settled: ArraySlice<SettledLevel>) -> Int64 {
    let largest = settled.reduce(1) { $0 + $1.largest.magnitude }
    let sum = penalty.magnitude.multipliedReportingOverflow(
      by: largest * UInt64(4 * (problem.seatCount + 1)))
    var scale: Int64 = 1 << 20
    while scale > 1, sum.overflow || sum.partialValue > (1 << 60) / scale { scale /= 2 }
    return scale
  }

  /// Remembers what a relaxation leads to, if it is an allocation and better than the best known.
  private mutating func take(
    _ answer: SearchRelaxation.Answer, in space: SearchSpace, _ costs: SeatCosts
  ) throws(AllocationError) {
    take(answer.choices, costs)
    guard let transport else { return }
    var running = space.decisions.map { $0 == .runs }
    for (offer, part) in answer.running { running[offer] = part > 0.5 }
    if let choices = try transport.choices(running: running) { take(choices, costs) }
  }

  private mutating func take(_ choices: [Int], _ costs: SeatCosts) {
    guard costs.value(choices) < costs.value(best),
      settled.allSatisfy({ $0.costs.value(choices) <= $0.value }),
      Allocation(choices: choices).violation(problem) == nil,
      space.contains(Allocation(choices: choices), problem, twins)
    else { return }
    best = choices
  }

  /// The parts of a space, the most promising last: with an offer running or not, or with a seat's choice or
  /// without it. None where the transport problem has said all.
  private func branches(
    _ space: SearchSpace, _ answer: SearchRelaxation.Answer, _ costs: SeatCosts
  ) -> [SearchSpace] {
    func doubt(_ part: Double) -> Double { abs(part - 0.5) }
    let offer = answer.running.filter { space.decisions[$0.offer] == .free }
      .min { doubt($0.part) < doubt($1.part) }
    if transport != nil { return offer.map { branches(space, $0) } ?? [] }
    if let offer, doubt(offer.part) < 0.499 { return branches(space, offer) }
    // Among seats in doubt the one for which most is at stake.
    let seats = (0..<problem.seatCount).filter { space.settledChoice(ofSeat: $0, problem) == nil }
    let inDoubt = seats.filter { doubt(answer.parts[$0]) < 0.499 }
    let stakes = (inDoubt.isEmpty ? seats : inDoubt).map { seat in
      (seat: seat, stake: stake(seat, in: space, costs), part: answer.parts[seat])
    }
    if let seat = stakes.min(by: { ($1.stake, $0.part, $0.seat) < ($0.stake, $1.part, $1.seat) })?.seat {
      return branches(space, seat: seat, choice: answer.choices[seat])
    }
    return offer.map { branches(space, $0) } ?? []
  }

  /// The difference between the dearest and the cheapest choice of a seat.
  private func stake(_ seat: Int, in space: SearchSpace, _ costs: SeatCosts) -> Int64 {
    var (least, most) = space.mayStayOut[seat] ? (costs.out[seat], costs.out[seat]) : (.max, .min)
    for option in problem.options(ofSeat: seat) where space.isOpen[option] {
      least = min(least, costs.options[option])
      most = max(most, costs.options[option])
    }
    return most - least
  }

  private func branches(_ space: SearchSpace, _ offer: (offer: Int, part: Double)) -> [SearchSpace] {
    let ways: [AllocationCertificate.Decision] = offer.part < 0.5 ? [.runs, .closed] : [.closed, .runs]
    return ways.map { decision in
      var branch = space
      branch.decisions[offer.offer] = decision
      return branch
    }
  }

  private func branches(_ space: SearchSpace, seat: Int, choice: Int) -> [SearchSpace] {
    var choice = choice
    if choice == Allocation.unplaced, !space.mayStayOut[seat] {
      choice = space.openOptions(ofSeat: seat, problem).first { _ in true } ?? choice
    }
    var (with, without) = (space, space)
    with.settle(seat, to: choice, problem)
    without.keep(seat, problem) { $0 != choice }
    return [without, with]
  }

  /// Takes from the space what no allocation as good as the best known contains, by a level.
  @discardableResult
  private mutating func tighten(
    to level: SettledLevel, after settled: ArraySlice<SettledLevel>
  ) -> LagrangianBound {
    let bound = LagrangianBound(
      problem, space, twins, level.costs, level.multipliers, settled: settled, penalty: level.penalty,
      scale: scale(for: level.penalty, settled))
    bound.tighten(&space, most: level.value)
    _ = space.propagate(problem, twins)
    return bound
  }
}

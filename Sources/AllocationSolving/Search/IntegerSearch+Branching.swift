import Allocations
import Wording

extension IntegerSearch {
  /// A node of the search tree.
  private struct Node {
    var space: SearchSpace
    /// Where the relaxation starts.
    var guess: [Int]
  }

  /// Finds the best allocation of the space, no fixed level growing.
  ///
  /// - Parameter limit: a cost beyond which no allocation is wanted.
  /// - Returns: the multipliers of the first relaxation and the penalty they are for; nil where the time limit
  ///   came first.
  mutating func minimise(
    _ costs: SeatCosts, limit: Int64?
  ) throws(SolverStop) -> (Multipliers, penalty: Int64)? {
    guard isProven else { return nil }
    let beyond = limit.map { $0 + 1 } ?? costs.beyondAll
    let cheapest = (0..<problem.seatCount).map { seat in
      space.openOptions(ofSeat: seat, problem).reduce(space.mayStayOut[seat] ? costs.out[seat] : .max) {
        min($0, costs.options[$1])
      }
    }
    let dearest = cheapest.reduce(0) { max($0, abs($1)) }
    // An allocation that breaks the space by one unit is no better than the best known.
    let penalty = value(costs, beyond) - cheapest.reduce(0, +) + 2 * dearest + 1
    let scale = scale(for: penalty, fixedLevels[...])
    var root = Multipliers(
      seats: cheapest.map { $0 * scale }, atMostOne: atMostOne.groups.map { _ in 0 },
      quotas: problem.crossingQuotas.map { _ in 0 }, levels: fixedLevels.map { _ in 0 })
    func bound(_ space: SearchSpace, _ multipliers: Multipliers) -> LagrangianBound {
      LagrangianBound(
        problem, space, atMostOne, costs, multipliers, fixedLevels: fixedLevels[...], penalty: penalty,
        scale: scale)
    }
    if bound(space, root).wholeBound >= value(costs, beyond) { return (root, penalty) }
    let level = SearchLevel(costs: costs, beyond: beyond, penalty: penalty, scale: scale)
    var open = [Node(space: space, guess: best ?? space.guess(problem))]
    var isFirst = true
    while var node = open.popLast() {
      guard node.space.propagate(problem, atMostOne) else { continue }
      guard let answer = try relax(node, level) else { return nil }
      if isFirst { root = answer.multipliers }
      isFirst = false
      take(answer.choices, costs, beyond)
      let bound = bound(node.space, answer.multipliers)
      guard bound.wholeBound < value(costs, beyond) else { continue }
      guard try complete(answer, in: node.space, costs, beyond), try dive(from: node, answer, level) else {
        return nil
      }
      guard bound.wholeBound < value(costs, beyond) else { continue }
      bound.tighten(&node.space, upTo: value(costs, beyond) - 1)
      guard node.space.propagate(problem, atMostOne) else { continue }
      for space in branches(node.space, answer, costs) {
        open.append(Node(space: space, guess: answer.choices))
      }
    }
    return (root, penalty)
  }

  /// What a search makes as small as can be: a level, or the ranks of some seats.
  private struct SearchLevel {
    var costs: SeatCosts
    /// One more than the largest value that is wanted.
    var beyond: Int64
    /// What breaking the space by one unit costs.
    var penalty: Int64
    /// The denominator of multipliers.
    var scale: Int64
  }

  /// - Returns: nil where the time limit came first.
  private mutating func relax(
    _ node: Node, _ level: SearchLevel
  ) throws(SolverStop) -> SearchRelaxation.Answer? {
    try deadline.checkCancellation()
    if deadline.hasPassed {
      isProven = false
      return nil
    }
    let relaxation = SearchRelaxation(
      problem, node.space, atMostOne, level.costs, fixedLevels: fixedLevels[...], penalty: level.penalty,
      guess: node.guess)
    do {
      if let answer = try relaxation.solve(scale: level.scale, deadline: deadline) { return answer }
    } catch {
      guard error == .timeLimit else { throw error }
      isProven = false
      return nil
    }
    throw .failure(
      Message(
        fr: "la relaxation de GLPK ne résiste pas à la vérification",
        en: "GLPK's relaxation does not stand up to its check"))
  }

  /// Looks for an allocation near a relaxation's point (diving; Berthold, *Primal Heuristics for Mixed Integer
  /// Programs*, 2006): gives every seat what it has most of, as far as the rules admit, the surest first, and relaxes
  /// again. All sure seats are fixed at once, where the textbook fixes one.
  ///
  /// - Returns: whether there was time for it.
  private mutating func dive(
    from node: Node, _ answer: SearchRelaxation.Answer, _ level: SearchLevel
  ) throws(SolverStop) -> Bool {
    guard completion == nil else { return true }
    var (node, answer) = (node, answer)
    for _ in 0..<Self.deepestDive {
      let seats = (0..<problem.seatCount)
        .filter { node.space.fixedChoice(ofSeat: $0, problem) == nil }
        .sorted { (answer.parts[$1], $0) < (answer.parts[$0], $1) }
      if seats.isEmpty { return true }
      let sure = max(1, seats.prefix { answer.parts[$0] > 1 - Self.integrality }.count)
      for seat in seats.prefix(sure) { node.space.fix(seat, to: answer.choices[seat], problem) }
      guard node.space.propagate(problem, atMostOne) else { return true }
      node.guess = answer.choices
      guard let next = try relax(node, level) else { return false }
      answer = next
      take(answer.choices, level.costs, level.beyond)
    }
    return true
  }

  /// How many relaxations one dive may take. Not measured: a guess.
  private static var deepestDive: Int { 12 }

  /// How far a part may be from 0 or 1 and still count as that: far above GLPK's tolerance of 10⁻⁷. It decides what is
  /// tried first, never what is right. Not measured: a guess.
  private static var integrality: Double { 0.001 }

  /// How far a part may be from one half and still be in doubt.
  private static var doubtful: Double { 0.5 - integrality }

  /// Of the best known, or, where none is known or wanted, a value that any other betters.
  private func value(_ costs: SeatCosts, _ beyond: Int64) -> Int64 {
    min(best.map(costs.value) ?? beyond, beyond)
  }

  /// The denominator of the multipliers: so large that rounding matters little, and no sum leaves 64 bits.
  ///
  /// At 2²⁰ rounding a multiplier costs the bound less than 10⁻⁶ for each unit of its row. Sums have at most four terms for each seat,
  /// each of at most the penalty times the largest cost of a fixed level; they stay below 2⁶⁰, which leaves a factor of
  /// eight.
  func scale(for penalty: Int64, _ fixedLevels: ArraySlice<FixedLevel>) -> Int64 {
    let largest = fixedLevels.reduce(1) { $0 + $1.largest.magnitude }
    let sum = penalty.magnitude.multipliedReportingOverflow(
      by: largest * UInt64(4 * (problem.seatCount + 1)))
    var scale: Int64 = 1 << 20
    while scale > 1, sum.overflow || sum.partialValue > (1 << 60) / scale { scale /= 2 }
    return scale
  }

  /// Takes the best allocation for the offers that are open in a relaxation.
  ///
  /// - Returns: whether there was time for it.
  private mutating func complete(
    _ answer: SearchRelaxation.Answer, in space: SearchSpace, _ costs: SeatCosts, _ beyond: Int64
  ) throws(SolverStop) -> Bool {
    let isDecided = answer.running.allSatisfy { abs($0.part - 0.5) > Self.doubtful }
    guard let completion, isDecided || completion.isQuick else { return true }
    var running = space.decisions.map { $0 == .open }
    for (offer, part) in answer.running { running[offer] = part > 0.5 }
    do {
      let choices = try completion.choices(running: running, best: best, arbitrates: arbitrates)
      if let choices { take(choices, costs, beyond) }
      return true
    } catch {
      guard error == .timeLimit else { throw error }
      isProven = false
      return false
    }
  }

  /// Remembers choices that are an allocation of the space and better than the best known.
  private mutating func take(_ choices: [Int], _ costs: SeatCosts, _ beyond: Int64) {
    guard costs.value(choices) < value(costs, beyond),
      fixedLevels.allSatisfy({ $0.costs.value(choices) <= $0.value }),
      Allocation(choices: choices).violation(problem) == nil,
      space.contains(Allocation(choices: choices), problem, atMostOne)
    else { return }
    best = choices
  }

  /// The parts of a space, the most promising last: with an offer open or closed, or with a seat's choice or without
  /// it. None where the completion has said all.
  private func branches(
    _ space: SearchSpace, _ answer: SearchRelaxation.Answer, _ costs: SeatCosts
  ) -> [SearchSpace] {
    func doubt(_ part: Double) -> Double { abs(part - 0.5) }
    let offer = answer.running.filter { space.decisions[$0.offer] == .free }
      .min { doubt($0.part) < doubt($1.part) }
    if completion != nil { return offer.map { branches(space, $0) } ?? [] }
    if let offer, doubt(offer.part) < Self.doubtful { return branches(space, offer) }
    // Among seats in doubt the one for which most is at stake.
    let seats = (0..<problem.seatCount).filter { space.fixedChoice(ofSeat: $0, problem) == nil }
    let inDoubt = seats.filter { doubt(answer.parts[$0]) < Self.doubtful }
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
    let ways: [AllocationCertificate.Decision] = offer.part < 0.5 ? [.open, .closed] : [.closed, .open]
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
    with.fix(seat, to: choice, problem)
    without.keep(seat, problem) { $0 != choice }
    return [without, with]
  }
}

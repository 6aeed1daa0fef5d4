import Allocations

/// What rows that tie seats together are charged at, in units of ``LagrangianBound/scale`` for each unit of cost.
struct Multipliers {
  /// By seat: what having one thing and no more is worth.
  var seats: [Int64]
  /// By at-most-one group, ≥ 0; of any sign where the group is required.
  var atMostOne: [Int64]
  /// By crossing quota, ≥ 0.
  var quotas: [Int64]
  /// By fixed level, ≥ 0 and at most the penalty.
  var levels: [Int64]
}

/// A level that was made as small as it can be: a sum that no allocation may exceed from then on.
struct FixedLevel {
  var costs: SeatCosts
  /// The largest cost of anything.
  var largest: Int64
  var value: Int64
  /// Those that proved the value, or nearly did.
  var multipliers: Multipliers
  var penalty: Int64
}

/// A lower bound for the cost of every allocation of a space, in whole numbers whatever the multipliers.
///
/// **Method.** Lagrangian relaxation (Geoffrion 1974, doi:10.1007/BFb0120690; for facilities that open or not, Beasley,
/// *Lagrangean heuristics for location problems*, European Journal of Operational Research 65, 1993). The rows that tie
/// offers together are not demanded but charged at multipliers: one thing for each seat, at most one of a group, the
/// crossing quotas, the fixed levels. What is left falls apart: each offer takes the students that are cheapest to it,
/// as many as it may have, or none. With the duals of ``SearchRelaxation`` the bound is as good as that relaxation.
///
/// **Difference.** Beasley improves the multipliers step by step (subgradients). Here GLPK's duals are rounded once to
/// multiples of 1/``scale``, and the bound is exact for these.
///
/// **Example.** X runs with 2 students at least, 3 at most; Y has 1 place. A wishes for X (cost 0), then Y (1); B and C
/// for Y (0), then X (1); staying outside costs 5. Let the multipliers be what a place is worth to each: A 0, B 1, C 1.
/// Less these, X costs A 0, B 0, C 0; Y costs A 1, B −1, C −1; outside costs 5, 4, 4. So the cheapest of X is 0, open
/// or closed; the cheapest of Y is −1; nobody is better outside. The bound is 0 + 1 + 1 + 0 − 1 = 1, and giving X to A
/// and C, Y to B costs just 1. With A at Y the offer would cost 1 in place of −1: such an allocation costs 3 at least,
/// so ``tighten(_:upTo:)`` closes that option when 1 is known.
///
/// **Why it is a bound.** For an allocation that keeps all rules the charges come to nothing or less, so its cost is at
/// least its cost with charges, which is at least the sum of the cheapest parts.
///
/// - Complexity: O(*k* log *k*), *k* open options.
struct LagrangianBound {
  /// Multipliers are fractions of this denominator.
  let scale: Int64
  /// In units of the scale.
  private(set) var bound: Int64
  private let problem: AllocationProblem
  /// By option and by seat: what choosing it adds to the charges.
  private var reduced: [Int64]
  private var reducedOut: [Int64]
  private var offers: [OfferBound?]

  /// - Parameters:
  ///   - fixedLevels: the sums to keep to.
  ///   - penalty: what a unit beyond such a sum, or a seat that holds what it may not, counts as at least.
  init(
    _ problem: AllocationProblem, _ space: SearchSpace, _ atMostOne: AtMostOneGroups, _ costs: SeatCosts,
    _ multipliers: Multipliers, fixedLevels: ArraySlice<FixedLevel>, penalty: Int64, scale: Int64
  ) {
    self.problem = problem
    self.scale = scale
    bound = 0
    reduced = [Int64](repeating: 0, count: problem.optionOffers.count)
    reducedOut = [Int64](repeating: 0, count: problem.seatCount)
    offers = []
    var optionsOfOffer = [[Int32]](repeating: [], count: problem.offers.count)
    var quotaCharges = [Int64](repeating: 0, count: problem.offers.count)
    for (quota, multiplier) in zip(problem.crossingQuotas, multipliers.quotas) {
      bound -= multiplier * Int64(quota.most)
      for offer in quota.offers { quotaCharges[offer] += multiplier }
    }
    for seat in 0..<problem.seatCount {
      let worth = multipliers.seats[seat]
      bound += worth
      for option in problem.options(ofSeat: seat) where space.isOpen[option] {
        var charge =
          scale * costs.options[option] - worth + quotaCharges[Int(problem.optionOffers[option])]
        if let group = atMostOne.group(of: option) { charge += multipliers.atMostOne[group] }
        for (level, multiplier) in zip(fixedLevels, multipliers.levels) {
          charge += multiplier * level.costs.options[option]
        }
        reduced[option] = charge
        optionsOfOffer[Int(problem.optionOffers[option])].append(Int32(option))
      }
      reducedOut[seat] = scale * (space.mayStayOut[seat] ? costs.out[seat] : penalty) - worth
      for (level, multiplier) in zip(fixedLevels, multipliers.levels) {
        reducedOut[seat] += multiplier * (space.mayStayOut[seat] ? level.costs.out[seat] : level.largest)
      }
      bound += min(0, reducedOut[seat])
    }
    for (level, multiplier) in zip(fixedLevels, multipliers.levels) { bound -= multiplier * level.value }
    for multiplier in multipliers.atMostOne { bound -= multiplier }
    for offer in problem.offers.indices {
      guard space.decisions[offer] != .closed, !optionsOfOffer[offer].isEmpty else {
        offers.append(nil)
        continue
      }
      let options = optionsOfOffer[offer].sorted { reduced[Int($0)] < reduced[Int($1)] }
      let offerBound = OfferBound(
        sorted: options.map { reduced[Int($0)] }, options: options,
        loads: space.loads[offer].clamped(to: 0...options.count),
        mayClose: space.decisions[offer] == .free)
      bound += offerBound.value
      offers.append(offerBound)
    }
  }

  /// The bound as a whole cost.
  var wholeBound: Int64 {
    let (quotient, remainder) = bound.quotientAndRemainder(dividingBy: scale)
    return quotient + (remainder > 0 ? 1 : 0)
  }

  /// The allocations of a space whose cost is the bound, where rules for single offers and at-most-one groups say which
  /// they are (complementary slackness).
  ///
  /// In each such allocation an offer's students add up to its least charges. Where all whose choice is open add
  /// the same, that says how many they are.
  ///
  /// - Parameter space: tightened to the bound and propagated.
  /// - Returns: nil where such rules do not say it.
  func face(of space: SearchSpace, _ multipliers: Multipliers) -> SearchSpace? {
    guard multipliers.levels.allSatisfy({ $0 == 0 }), multipliers.quotas.allSatisfy({ $0 == 0 }) else {
      return nil
    }
    var face = space
    var charges = [Int64?](repeating: nil, count: problem.offers.count)
    var rest = offers.map { $0?.value ?? 0 }
    for seat in 0..<problem.seatCount {
      if let only = space.fixedChoice(ofSeat: seat, problem) {
        if only != Allocation.unplaced { rest[Int(problem.optionOffers[only])] -= reduced[only] }
        let isOut = only == Allocation.unplaced
        guard isOut ? reducedOut[seat] <= 0 : reducedOut[seat] >= 0 else { return nil }
        continue
      }
      if space.mayStayOut[seat] ? reducedOut[seat] != 0 : reducedOut[seat] < 0 { return nil }
      for option in problem.options(ofSeat: seat) where space.isOpen[option] {
        let offer = Int(problem.optionOffers[option])
        guard charges[offer] == nil || charges[offer] == reduced[option] else { return nil }
        charges[offer] = reduced[option]
      }
    }
    let fixed = space.counts(problem).fixed
    for offer in problem.offers.indices {
      guard let charge = charges[offer], charge != 0 else {
        if rest[offer] != 0 { return nil }
        continue
      }
      guard space.decisions[offer] == .open || space.loads[offer].lowerBound == 0,
        rest[offer].isMultiple(of: charge)
      else { return nil }
      let count = fixed[offer] + Int(rest[offer] / charge)
      guard space.loads[offer].contains(count) else { return nil }
      face.loads[offer] = count...count
      if count > 0 { face.decisions[offer] = .open }
    }
    for (group, multiplier) in multipliers.atMostOne.enumerated() where multiplier != 0 {
      face.isRequired[group] = true
    }
    return face
  }

  /// Closes what is in no allocation that costs `limit` or less (reduced-cost fixing; Dantzig, Fulkerson and Johnson
  /// 1954, doi:10.1287/opre.2.4.393).
  ///
  /// The bound with one option chosen, or left, is known for each: where it is beyond the limit, the option is closed,
  /// or fixed. The paper does so for one column at a time by its reduced cost; here a choice also changes how many
  /// students its offer takes (``OfferBound``), which closes more.
  func tighten(_ space: inout SearchSpace, upTo limit: Int64) {
    let room = scale * limit - bound
    var seats = [Int32](repeating: 0, count: reduced.count)
    for seat in 0..<problem.seatCount {
      for option in problem.options(ofSeat: seat) { seats[option] = Int32(seat) }
      guard space.mayStayOut[seat] else { continue }
      if reducedOut[seat] > room { space.mayStayOut[seat] = false }
      if -reducedOut[seat] > room { space.fix(seat, to: Allocation.unplaced, problem) }
    }
    for case (let offer, let offerBound?) in zip(problem.offers.indices, offers) {
      offerBound.forEachOption { option, chosen, left in
        if chosen > room { space.isOpen[option] = false }
        if left > room { space.fix(Int(seats[option]), to: option, problem) }
      }
      guard space.loads[offer].lowerBound > 0, space.decisions[offer] == .free else { continue }
      if offerBound.running - offerBound.value > room {
        space.decisions[offer] = .closed
      } else if -offerBound.value > room {
        space.decisions[offer] = .open
      }
    }
  }
}

/// The cheapest students for one offer: with all costs ascending, the first *n*, for the best *n* that it may have.
///
/// The same with one student exchanged (chosen although not among the first *n*, or left although among them) is a
/// running minimum over *n*: for each student the best *n* below its position, where it takes the last one's place, and
/// the best *n* beyond, where it is among the first anyhow. So all exchanges take one pass.
private struct OfferBound {
  /// Running or not, whichever is cheaper.
  let value: Int64
  /// Running.
  let running: Int64
  private let options: [Int32]
  private let sorted: [Int64]
  private let mayClose: Bool
  /// For each *n*, the least sum of up to *n* students.
  private let leastUpTo: [Int64]
  /// For each *n*, the least sum of up to *n* students, of whom one is given away.
  private let leastButOneUpTo: [Int64]
  /// For each *n*, the least sum of more than *n* students.
  private let leastBeyond: [Int64]
  /// For each *n*, the least sum of *n* students or more, and one besides.
  private let leastAndOneFrom: [Int64]

  /// More than any sum, of loads that the offer may not have. Half the largest number: adding a cost stays in range.
  private static var never: Int64 { .max / 2 }

  init(sorted: [Int64], options: [Int32], loads: ClosedRange<Int>, mayClose: Bool) {
    self.sorted = sorted
    self.options = options
    self.mayClose = mayClose
    var sums: [Int64] = [0]
    for cost in sorted { sums.append(sums.last! + cost) }
    func sum(_ count: Int, _ taken: Int) -> Int64 {
      loads.contains(count) && sums.indices.contains(taken) ? sums[taken] : Self.never
    }
    var (upTo, butOne) = ([sum(0, 0)], [Self.never])
    for count in 1..<sums.count {
      upTo.append(min(upTo[count - 1], sum(count, count)))
      butOne.append(min(butOne[count - 1], sum(count, count - 1)))
    }
    var (beyond, andOne) = ([Self.never], [sum(sums.count - 1, sums.count)])
    for count in (0..<sums.count - 1).reversed() {
      beyond.append(min(beyond.last!, sum(count + 1, count + 1)))
      andOne.append(min(andOne.last!, sum(count, count + 1)))
    }
    leastUpTo = upTo
    leastButOneUpTo = butOne
    leastBeyond = beyond.reversed()
    leastAndOneFrom = andOne.reversed()
    running = upTo.last!
    value = mayClose ? min(0, running) : running
  }

  /// How much more the offer costs with each option chosen, and without it.
  func forEachOption(_ body: (_ option: Int, _ chosen: Int64, _ left: Int64) -> Void) {
    func more(_ sum: Int64) -> Int64 { sum >= Self.never / 2 ? Self.never : sum - value }
    for (position, option) in options.enumerated() {
      let cost = sorted[position]
      // With so few that it is not among the cheapest, it takes the place of the last one.
      let chosen = min(leastBeyond[position], leastButOneUpTo[position] + cost)
      // With so many that it is, the next one takes its place.
      let left = min(leastUpTo[position], leastAndOneFrom[position + 1] - cost)
      body(Int(option), more(chosen), more(mayClose ? min(0, left) : left))
    }
  }
}

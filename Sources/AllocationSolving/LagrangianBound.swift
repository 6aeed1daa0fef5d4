import Allocation

/// What rows that tie seats together are charged at, in units of ``LagrangianBound/scale`` for each unit of cost.
struct Multipliers {
  /// By seat: what having one thing and no more is worth.
  var seats: [Int64]
  /// By group of twins, ≥ 0.
  var twins: [Int64]
  /// By settled level, ≥ 0 and at most the penalty.
  var levels: [Int64]
}

/// A sum that no allocation must exceed, from a level settled before.
struct SettledLevel {
  var costs: SeatCosts
  var value: Int64
  /// Those that proved the value, or nearly did.
  var multipliers: Multipliers
  var penalty: Int64
}

/// A lower bound for the cost of every allocation of a space, in whole numbers whatever the multipliers.
///
/// Lagrangian relaxation (Geoffrion 1974; for plants that open or not, Beasley 1993): with the rows that tie
/// seats together charged at multipliers, each offer takes the students that are cheapest to it, as many as it
/// may have, or none. With the duals of the linear relaxation in which nobody holds more of an offer than it
/// runs, the bound is as good as that relaxation.
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
  ///   - settled: the sums to keep to.
  ///   - penalty: what a unit beyond such a sum, or a seat that holds what it may not, counts as at least.
  init(
    _ problem: AllocationProblem, _ space: SearchSpace, _ twins: Twins, _ costs: SeatCosts,
    _ multipliers: Multipliers, settled: ArraySlice<SettledLevel>, penalty: Int64, scale: Int64
  ) {
    self.problem = problem
    self.scale = scale
    bound = 0
    reduced = [Int64](repeating: 0, count: problem.optionOffers.count)
    reducedOut = [Int64](repeating: 0, count: problem.seatCount)
    offers = []
    var optionsOfOffer = [[Int32]](repeating: [], count: problem.offers.count)
    for seat in 0..<problem.seatCount {
      let worth = multipliers.seats[seat]
      bound += worth
      for option in problem.options(ofSeat: seat) where space.isOpen[option] {
        var charge = scale * costs.options[option] - worth
        if let group = twins.group(of: option) { charge += multipliers.twins[group] }
        for (level, multiplier) in zip(settled, multipliers.levels) {
          charge += multiplier * level.costs.options[option]
        }
        reduced[option] = charge
        optionsOfOffer[Int(problem.optionOffers[option])].append(Int32(option))
      }
      reducedOut[seat] = scale * (space.mayStayOut[seat] ? costs.out[seat] : penalty) - worth
      if space.mayStayOut[seat] {
        for (level, multiplier) in zip(settled, multipliers.levels) {
          reducedOut[seat] += multiplier * level.costs.out[seat]
        }
      }
      bound += min(0, reducedOut[seat])
    }
    for (level, multiplier) in zip(settled, multipliers.levels) { bound -= multiplier * level.value }
    for multiplier in multipliers.twins { bound -= multiplier }
    for offer in problem.offers.indices {
      let row = problem.offers[offer]
      guard space.decisions[offer] != .closed, !optionsOfOffer[offer].isEmpty else {
        offers.append(nil)
        continue
      }
      let options = optionsOfOffer[offer].sorted { reduced[Int($0)] < reduced[Int($1)] }
      let offerBound = OfferBound(
        sorted: options.map { reduced[Int($0)] }, options: options,
        loads: row.loads(among: options.count),
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

  /// Takes from a space what is in no allocation that costs `most` or less.
  func tighten(_ space: inout SearchSpace, most: Int64) {
    let room = scale * most - bound
    for seat in 0..<problem.seatCount where space.mayStayOut[seat] && max(0, reducedOut[seat]) > room {
      space.mayStayOut[seat] = false
    }
    for case (let offer, let offerBound?) in zip(problem.offers.indices, offers) {
      offerBound.forEachForced { option, increase in
        if increase > room { space.isOpen[Int(option)] = false }
      }
      guard problem.offers[offer].minimum > 1, space.decisions[offer] == .free else { continue }
      if offerBound.running - offerBound.value > room {
        space.decisions[offer] = .closed
      } else if -offerBound.value > room {
        space.decisions[offer] = .runs
      }
    }
  }
}

extension AllocationProblem.Offer {
  /// How many students it can have where it runs.
  func loads(among wishers: Int) -> ClosedRange<Int> {
    let most = min(places, wishers)
    return min(minimum > 1 ? minimum : 0, most)...most
  }
}

/// The cheapest students for one offer.
private struct OfferBound {
  /// Running or not, whichever is cheaper.
  let value: Int64
  /// Running.
  let running: Int64
  private let options: [Int32]
  private let sorted: [Int64]
  /// For each number of students up to *n*, the least sum with so many, one being given away.
  private let leastFewer: [Int64]
  /// For each *n*, the least sum with more than *n*.
  private let leastMore: [Int64]

  private static var never: Int64 { .max / 2 }

  init(sorted: [Int64], options: [Int32], loads: ClosedRange<Int>, mayClose: Bool) {
    self.sorted = sorted
    self.options = options
    var sums: [Int64] = [0]
    for cost in sorted { sums.append(sums.last! + cost) }
    var fewer = [Int64](repeating: Self.never, count: sums.count)
    for count in 1..<sums.count {
      fewer[count] = min(fewer[count - 1], loads.contains(count) ? sums[count - 1] : Self.never)
    }
    var more = [Int64](repeating: Self.never, count: sums.count)
    for count in (0..<sums.count - 1).reversed() {
      more[count] = min(more[count + 1], loads.contains(count + 1) ? sums[count + 1] : Self.never)
    }
    leastFewer = fewer
    leastMore = more
    running = min(more[0], loads.contains(0) ? 0 : Self.never)
    value = mayClose ? min(0, running) : running
  }

  /// How much more the offer costs with each option chosen.
  func forEachForced(_ body: (_ option: Int32, _ increase: Int64) -> Void) {
    for (position, option) in options.enumerated() {
      // With so few that it is not among the cheapest it takes the place of the last one.
      let instead = leastFewer[position]
      let least = min(
        leastMore[position], instead == Self.never ? instead : instead + sorted[position])
      body(option, least == Self.never ? least : least - value)
    }
  }
}

import Allocations

/// One way to settle a seat that is still open: an offer or, as the last node, no module.
struct OpenOption {
  /// The offer, or the root for *unplaced*.
  var node: Int32
  /// The position of its rank in the problem's ranks, or their number for *unplaced*; while a stage is solved
  /// whose costs differ by more than rank, the position of its cost.
  var costIndex: Int32
  /// The option of the problem, or ``Allocation/unplaced``.
  var option: Int32
}

/// The allocations among which a stage chooses: the options each seat has left, and how full each offer is to
/// be. Every stage leaves a smaller face, the optimal ones of the face before.
///
/// Only seats with a choice are listed; a seat with one option left is settled.
struct Face {
  /// The problem's seats with a choice, ascending.
  private(set) var seats: [Int32]
  /// The seat at position *s* has the options `starts[s]..<starts[s + 1]`, two at least.
  private(set) var starts: [Int32]
  var options: [OpenOption]
  /// By seat of the problem, the option it is settled at, ``Allocation/unplaced`` too, or ``open``.
  private(set) var fixed: [Int32]
  /// How many are settled at each node, not counting those of nodes that count in it.
  private(set) var fixedLoads: [Int]
  /// The fewest and the most students of each node: offers, then quotas.
  var lowerQuota: [Int]
  var upperQuota: [Int]
  /// By node, the one it counts in.
  let parents: [Int]

  /// No option: the seat has a choice.
  static let open = Int32.min

  /// Everything open: any students within places and quotas.
  ///
  /// - Parameter hasQuotas: false for the problem without its quotas.
  init(_ problem: AllocationProblem, hasQuotas: Bool = true) {
    let nesting = hasQuotas ? problem.nesting : nil
    parents = nesting?.parents ?? problem.offers.map { _ in problem.offers.count }
    upperQuota = problem.offers.map(\.places) + (nesting == nil ? [] : problem.quotas.map(\.most))
    lowerQuota = upperQuota.map { _ in 0 }
    fixedLoads = upperQuota.map { _ in 0 }
    let unplaced = OpenOption(
      node: Int32(parents.count), costIndex: Int32(problem.ranks.count), option: Int32(Allocation.unplaced))
    fixed = [Int32](repeating: Self.open, count: problem.seatCount)
    starts = [0]
    starts.reserveCapacity(problem.seatCount + 1)
    seats = []
    seats.reserveCapacity(problem.seatCount)
    options = []
    options.reserveCapacity(problem.optionOffers.count + problem.seatCount)
    for seat in 0..<problem.seatCount {
      let wished = problem.options(ofSeat: seat)
      let mayStayOut = problem.mayStayOut(seat)
      func open(_ option: Int) -> OpenOption {
        OpenOption(
          node: problem.optionOffers[option], costIndex: problem.optionRanks[option], option: Int32(option))
      }
      if wished.count + (mayStayOut ? 1 : 0) == 1 {
        fix(Int32(seat), wished.first.map(open) ?? unplaced)
        continue
      }
      for option in wished { options.append(open(option)) }
      if mayStayOut { options.append(unplaced) }
      seats.append(Int32(seat))
      starts.append(Int32(options.count))
    }
  }

  var seatCount: Int { seats.count }
  /// Offers, quotas and, last, *unplaced*.
  var nodeCount: Int { lowerQuota.count + 1 }

  func options(ofSeat seat: Int) -> Range<Int> { Int(starts[seat])..<Int(starts[seat + 1]) }

  /// How many are settled at each node, with those of the nodes that count in it.
  var loads: [Int] {
    var loads = [Int](repeating: 0, count: lowerQuota.count)
    for (node, load) in fixedLoads.enumerated() where load > 0 {
      var above = node
      while above < loads.count {
        loads[above] += load
        above = parents[above]
      }
    }
    return loads
  }

  /// For each seat of the problem its option.
  ///
  /// - Parameter holding: for each seat with a choice its option's place.
  func choices(_ holding: [Int32]) -> [Int] {
    var choices = fixed.map(Int.init)
    for (position, seat) in seats.enumerated() {
      choices[Int(seat)] = Int(options[Int(holding[position])].option)
    }
    return choices
  }

  /// Keeps the options that `isKept` says, at least one of each seat, and settles seats with one.
  ///
  /// - Parameter holding: by seat an option that is kept; goes along.
  mutating func keep(_ isKept: (_ seat: Int, _ index: Int) -> Bool, holding: inout [Int32]) {
    var next = 0
    var from = 0
    var last = 0
    for seat in 0..<seatCount {
      let end = Int(starts[seat + 1])
      let held = Int(holding[seat])
      let first = next
      for index in from..<end where isKept(seat, index) {
        if index == held { holding[last] = Int32(next) }
        options[next] = options[index]
        next += 1
      }
      assert(next > first, "a seat without an option")
      from = end
      if next == first + 1 {
        fix(seats[seat], options[first])
        next = first
      } else {
        seats[last] = seats[seat]
        last += 1
        starts[last] = Int32(next)
      }
    }
    options.removeSubrange(next...)
    seats.removeSubrange(last...)
    starts.removeSubrange((last + 1)...)
    holding.removeSubrange(last...)
  }

  private mutating func fix(_ seat: Int32, _ option: OpenOption) {
    fixed[Int(seat)] = option.option
    if Int(option.node) < fixedLoads.count { fixedLoads[Int(option.node)] += 1 }
  }
}

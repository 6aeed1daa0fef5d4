import Allocations

/// One option of an open seat: an offer or, as the last node, the outside option (no module).
struct OpenOption {
  /// The offer, or the outside node.
  var node: Int32
  /// Where its cost stands among the costs of the stage under way: by rank, with the outside option last, or in a
  /// stage of more than ranks by distinct cost.
  var costIndex: Int32
  /// The option of the problem, or ``Allocation/unplaced``.
  var option: Int32
}

/// The allocations among which a stage chooses: the options each seat has left, and how full each node may be.
///
/// The allocations of a transportation problem are the vertices of a polytope. Those that are optimal for a stage are
/// the vertices of one of its faces, and the next stage chooses among these. Linear programming duality describes the
/// face without listing it (Goldman and Tucker 1956, complementary slackness): see ``restrict(prices:costs:holding:)``.
///
/// A seat is *open* while it has two options or more, and *fixed* once it has one. Only open seats are listed. An
/// offer or quota is a *node*, with a lower and an upper quota; the last node is *outside*.
struct Face {
  /// The problem's seats with a choice, ascending.
  private(set) var seats: [Int32]
  /// The seat at position *s* has the options `starts[s]..<starts[s + 1]`, two at least.
  private(set) var starts: [Int32]
  var options: [OpenOption]
  /// By seat of the problem, the option it is fixed at, ``Allocation/unplaced`` too, or ``open``.
  private(set) var fixed: [Int32]
  /// How many fixed seats each node has itself, without those of the nodes that count in it.
  private(set) var fixedLoads: [Int]
  /// The fewest students of each node: offers, then quotas.
  var lowerQuota: [Int]
  /// The most students of each node.
  var upperQuota: [Int]
  /// By node, the one it counts in.
  let parents: [Int]

  /// Stands in ``fixed`` for a seat that is not fixed.
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
  /// Offers, quotas and, last, *outside*.
  var nodeCount: Int { lowerQuota.count + 1 }

  func options(ofSeat seat: Int) -> Range<Int> { Int(starts[seat])..<Int(starts[seat + 1]) }

  /// How many fixed seats each node has, with those of the nodes that count in it.
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

  /// Keeps the options that `isKept` says, at least one of each seat, and fixes seats with one.
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
    #if DEBUG
      if options.count <= largestCheckedCount { checkInvariants() }
    #endif
  }

  private mutating func fix(_ seat: Int32, _ option: OpenOption) {
    fixed[Int(seat)] = option.option
    if Int(option.node) < fixedLoads.count { fixedLoads[Int(option.node)] += 1 }
  }
}

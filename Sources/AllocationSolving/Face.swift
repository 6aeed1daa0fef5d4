import Allocation

/// One way to settle a seat that is still open: an offer or, as the last node, no module.
struct LiveOption {
  /// The offer, or the root for *unplaced*.
  var node: Int32
  /// The position of its rank in the problem's ranks, or their number for *unplaced*; while a stage is solved
  /// whose costs differ by more than rank, the position of its cost.
  var rank: Int32
  /// The option of the problem, or ``Allocation/unplaced``.
  var option: Int32
}

/// The allocations among which a stage chooses: the options each seat has left, and how full each offer is to
/// be. Every stage leaves a smaller face, the optimal ones of the face before.
struct Face {
  /// Seat *s* has `starts[s]..<starts[s + 1]`; never none.
  var starts: [Int32]
  var options: [LiveOption]
  /// The fewest and the most students of each node: offers, then quotas.
  var least: [Int]
  var most: [Int]
  /// By node, the one it counts in.
  let parents: [Int]

  /// Everything open: any students within places and quotas.
  ///
  /// - Parameter hasQuotas: false for the problem without its quotas.
  init(_ problem: AllocationProblem, hasQuotas: Bool = true) {
    let nesting = hasQuotas ? problem.nesting : nil
    parents = nesting?.parents ?? problem.offers.map { _ in problem.offers.count }
    most = problem.offers.map(\.places) + (nesting == nil ? [] : problem.quotas.map(\.most))
    least = most.map { _ in 0 }
    let unplaced = LiveOption(
      node: Int32(parents.count), rank: Int32(problem.ranks.count), option: Int32(Allocation.unplaced))
    starts = [0]
    starts.reserveCapacity(problem.seatCount + 1)
    options = []
    options.reserveCapacity(problem.optionOffers.count + problem.seatCount)
    for seat in 0..<problem.seatCount {
      for option in problem.options(ofSeat: seat) {
        options.append(
          LiveOption(
            node: problem.optionOffers[option], rank: problem.optionRanks[option], option: Int32(option)))
      }
      options.append(unplaced)
      starts.append(Int32(options.count))
    }
  }

  var seatCount: Int { starts.count - 1 }
  /// Offers, quotas and, last, *unplaced*.
  var nodeCount: Int { least.count + 1 }

  func options(ofSeat seat: Int) -> Range<Int> { Int(starts[seat])..<Int(starts[seat + 1]) }

  /// Keeps the options that `isKept` says, at least one of each seat.
  ///
  /// - Returns: where each option went, or −1.
  mutating func keep(_ isKept: (_ seat: Int, _ index: Int) -> Bool, holding: inout [Int32]) {
    var next = 0
    var from = 0
    for seat in 0..<seatCount {
      let end = Int(starts[seat + 1])
      let held = Int(holding[seat])
      let first = next
      for index in from..<end where isKept(seat, index) {
        if index == held { holding[seat] = Int32(next) }
        options[next] = options[index]
        next += 1
      }
      assert(next > first, "a seat without an option")
      from = end
      starts[seat + 1] = Int32(next)
    }
    options.removeSubrange(next...)
  }
}

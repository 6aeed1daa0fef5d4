import Allocations

/// What each seat pays for what it holds.
struct SeatCosts {
  /// By option.
  var options: [Int64]
  /// By seat, for no module.
  var out: [Int64]

  init(_ level: ObjectiveLevel, _ problem: AllocationProblem) {
    options = level.optionCosts ?? problem.optionRanks.map { level.costs[Int($0)] }
    out = level.outCosts ?? [Int64](repeating: level.unplacedCost, count: problem.seatCount)
  }

  /// Nothing costs anything.
  init(_ problem: AllocationProblem) {
    options = [Int64](repeating: 0, count: problem.optionOffers.count)
    out = [Int64](repeating: 0, count: problem.seatCount)
  }

  func cost(_ choice: Int, ofSeat seat: Int) -> Int64 {
    choice == Allocation.unplaced ? out[seat] : options[choice]
  }

  /// The largest cost of anything.
  var largest: Int64 { max(options.max() ?? 0, out.max() ?? 0) }

  /// More than anything costs.
  var beyondAll: Int64 { max(0, largest) * Int64(out.count) + 1 }

  func value(_ choices: [Int]) -> Int64 {
    choices.indices.reduce(0) { $0 + cost(choices[$1], ofSeat: $1) }
  }
}

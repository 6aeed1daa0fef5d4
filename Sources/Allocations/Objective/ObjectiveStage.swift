/// Consecutive levels of an objective, solved at once with one weight for each (preemptive goals as weights: Sherali and
/// Soyster, Preemptive and Nonpreemptive Multi-Objective Programming, J. Optim. Theory Appl. 39, 1983).
///
/// An allocation that is not the best can be bettered along a cycle of moves that enters each offer at most
/// once, so a level differs along it by at most (offers + 1) times its span. Each weight is larger than all
/// that lower levels can differ by: the sign of the weighted sum is that of the first level that differs, and
/// no level is ever traded for another. Where one move is no cycle (minimums, a module in several créneaux, quotas that
/// cross), the sum over all seats bounds the difference instead. A stage ends where the weights would grow too large
/// for exact sums, so that there are as many stages as needed and none more.
@usableFromInline package struct ObjectiveStage: Sendable, Equatable {
  package let levels: [ObjectiveLevel]
  package let weights: [Int64]
  /// By position in the problem's ranks.
  @usableFromInline package let costs: [Int64]
  @usableFromInline package let unplacedCost: Int64
  /// By option, where more than the rank decides; such a stage is a single level.
  @usableFromInline package let optionCosts: [Int64]?
  /// By seat, where staying out is not the same to all.
  @usableFromInline package let outCosts: [Int64]?

  init(_ levels: [ObjectiveLevel], weights: [Int64]) {
    self.levels = levels
    self.weights = weights
    costs = (levels.first?.costs.indices ?? 0..<0).map { rank in
      zip(levels, weights).reduce(0) { $0 + $1.0.costs[rank] * $1.1 }
    }
    unplacedCost = zip(levels, weights).reduce(0) { $0 + $1.0.unplacedCost * $1.1 }
    optionCosts = levels.first?.optionCosts
    outCosts = levels.first?.outCosts
  }

  @inlinable package func cost(ofOption option: Int, _ problem: AllocationProblem) -> Int64 {
    optionCosts?[option] ?? costs[Int(problem.optionRanks[option])]
  }

  @inlinable package func unplacedCost(ofSeat seat: Int) -> Int64 { outCosts?[seat] ?? unplacedCost }

  /// - Parameter choice: an option of the seat, or ``Allocation/unplaced``.
  @inlinable package func cost(ofChoice choice: Int, ofSeat seat: Int, _ problem: AllocationProblem) -> Int64
  {
    choice == -1 ? unplacedCost(ofSeat: seat) : cost(ofOption: choice, problem)
  }

  /// What a price or a gain says of each level: its digits in the weights.
  package func digits(_ value: Int64) -> [Int64] {
    var rest = value
    return weights.map { weight in
      var digit = rest / weight
      rest -= digit * weight
      // The nearest multiple: lower levels differ by less than half a weight.
      if abs(rest) * 2 > weight {
        digit += rest > 0 ? 1 : -1
        rest -= rest > 0 ? weight : -weight
      }
      return digit
    }
  }
}

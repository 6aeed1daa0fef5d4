/// Consecutive levels solved at once.
///
/// An allocation that is not the best can be bettered along a cycle of moves that enters each offer at most
/// once, so a level differs along it by at most (offers + 1) times its span. Each weight is larger than all
/// that lower levels can differ by: the sign of the weighted sum is that of the first level that differs, and
/// no level is ever traded for another. Where one move is no cycle (minimums, a module in several créneaux)
/// the whole of all seats is taken for the bound instead.
public struct ObjectiveStage: Sendable, Equatable {
  public let levels: [ObjectiveLevel]
  public let weights: [Int64]
  /// By position in the problem's ranks.
  public let costs: [Int64]
  public let unplacedCost: Int64
  /// By option, where more than the rank decides; such a stage is a single level.
  public let optionCosts: [Int64]?
  /// By seat, where staying out is not the same to all.
  public let outCosts: [Int64]?

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

  public func cost(ofOption option: Int, _ problem: AllocationProblem) -> Int64 {
    optionCosts?[option] ?? costs[Int(problem.optionRanks[option])]
  }

  public func unplacedCost(ofSeat seat: Int) -> Int64 { outCosts?[seat] ?? unplacedCost }

  /// - Parameter choice: an option of the seat, or ``Allocation/unplaced``.
  public func cost(ofChoice choice: Int, ofSeat seat: Int, _ problem: AllocationProblem) -> Int64 {
    choice == Allocation.unplaced ? unplacedCost(ofSeat: seat) : cost(ofOption: choice, problem)
  }

  /// What a price or a gain says of each level: its digits in the weights.
  public func digits(_ value: Int64) -> [Int64] {
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

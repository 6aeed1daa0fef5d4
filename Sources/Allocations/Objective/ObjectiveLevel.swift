/// One level of an objective: a cost for each choice, whose sum is to be as small as possible.
public struct ObjectiveLevel: Sendable, Equatable {
  /// What a level counts.
  public enum Subject: Sendable, Hashable, Codable {
    /// Seats without a module.
    case unplaced
    /// The sum of rank costs.
    case rankCost
    /// Seats at a rank: as many as possible.
    case most(rank: Int)
    /// Seats at a rank: as few as possible.
    case fewest(rank: Int)
    /// Seats without a module of students who must have one.
    case required
    /// The sum of the priorities of what seats hold, below 0: as large as possible.
    case priority
    /// Seats that hold something else than they did.
    case moves
  }

  /// What the level counts.
  public let subject: Subject
  /// By position in the problem's ranks.
  package let costs: [Int64]
  /// What a seat without a module costs.
  package let unplacedCost: Int64
  /// By option, where more than the rank decides.
  package let optionCosts: [Int64]?
  /// By seat, where not all seats without a module cost the same.
  package let outCosts: [Int64]?

  init(
    subject: Subject, costs: [Int64], unplacedCost: Int64, optionCosts: [Int64]? = nil,
    outCosts: [Int64]? = nil
  ) {
    self.subject = subject
    self.costs = costs
    self.unplacedCost = unplacedCost
    self.optionCosts = optionCosts
    self.outCosts = outCosts
  }

  /// The largest difference between two of its costs.
  var span: Int64 {
    (costs.max().map { max($0, unplacedCost) } ?? unplacedCost)
      - (costs.min().map { min($0, unplacedCost) } ?? unplacedCost)
  }

  /// The sum over all seats, which the level makes as small as possible.
  ///
  /// - Complexity: O(*s*), seats.
  package func value(_ allocation: Allocation, _ problem: AllocationProblem) -> Int64 {
    if let optionCosts {
      return allocation.choices.indices.reduce(0) { sum, seat in
        sum + (allocation[seat].map { optionCosts[$0] } ?? outCosts?[seat] ?? unplacedCost)
      }
    }
    let profile = allocation.rankProfile(problem)
    let unplaced = Int64(allocation.choices.count - allocation.placed)
    return zip(costs, profile).reduce(unplaced * unplacedCost) { $0 + $1.0 * Int64($1.1) }
  }
}

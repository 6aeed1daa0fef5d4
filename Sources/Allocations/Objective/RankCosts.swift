/// What a wish of each rank costs.
public struct RankCosts: Sendable, Equatable {
  /// The largest cost of a rank.
  public static let largestCost: Int64 = 1_000_000

  /// By rank from 1; nil stands for rank − 1.
  public let costs: [Int64]?

  /// cost(*r*) = *r* − 1.
  public static let linear = RankCosts(costs: nil)

  private init(costs: [Int64]?) { self.costs = costs }

  /// - Parameter costs: of ranks 1, 2, …; each 0 to ``largestCost``, none below the one before.
  /// - Returns: nil where they are not.
  public init?(_ costs: [Int64]) {
    guard !costs.isEmpty, costs.allSatisfy({ 0...Self.largestCost ~= $0 }),
      zip(costs, costs.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init(costs: costs)
  }

  /// The largest rank that has a cost.
  public var largestRank: Int { costs?.count ?? Int(Self.largestCost) + 1 }

  /// - Parameter rank: from 1; beyond ``largestRank``, where nobody wished, the last cost.
  public func cost(rank: Int) -> Int64 { costs.map { $0[min(rank, $0.count) - 1] } ?? Int64(rank - 1) }
}

import Wording

/// What a wish of each rank costs, for ``AllocationPolicy/satisfaction``.
///
/// ```swift
/// let costs = try RankCosts([0, 1, 3, 6])  // a fourth wish costs six times as much as a second one
/// print(costs.cost(rank: 3))  // 3
/// ```
public struct RankCosts: Sendable, Hashable, Codable {
  /// The largest cost of a rank.
  public static let largestCost: Int64 = 1_000_000

  /// By rank from 1; nil stands for rank − 1.
  public let costs: [Int64]?

  /// A wish of rank *r* costs *r* − 1.
  public static let linear = RankCosts(checked: nil)

  package init(checked costs: [Int64]?) { self.costs = costs }

  /// Makes the costs of the ranks 1, 2, …; wishes of later ranks are then refused.
  ///
  /// - Parameter costs: At least one; each from 0 to ``largestCost``, none below the one before.
  /// - Throws: ``AllocationInputError/rankCostOutOfRange(rank:)`` for the first rank whose cost is not.
  public init(_ costs: [Int64]) throws(AllocationInputError) {
    var last: Int64 = 0
    for (index, cost) in costs.enumerated() {
      guard last...Self.largestCost ~= cost else { throw .rankCostOutOfRange(rank: index + 1) }
      last = cost
    }
    guard !costs.isEmpty else { throw .rankCostOutOfRange(rank: 1) }
    self.init(checked: costs)
  }

  /// Reads an array of costs, or null for ``linear``.
  ///
  /// - Throws: `DecodingError` where ``init(_:)`` refuses the costs.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard !container.decodeNil() else {
      self = .linear
      return
    }
    let costs = try container.decode([Int64].self)
    do throws(AllocationInputError) {
      try self.init(costs)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message.english)
    }
  }

  /// Writes the array of costs, or null for ``linear``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let costs { try container.encode(costs) } else { try container.encodeNil() }
  }

  /// The largest rank that has a cost.
  public var largestRank: Int { costs?.count ?? Int(Self.largestCost) + 1 }

  /// What a wish costs.
  ///
  /// - Parameter rank: From 1, and a lower one costs as much as the first; beyond ``largestRank``, where nobody wished,
  ///   the last cost.
  public func cost(rank: Int) -> Int64 {
    let rank = max(rank, 1)
    return costs.map { $0[min(rank, $0.count) - 1] } ?? Int64(rank - 1)
  }
}

/// The proof that an allocation is optimal: for each stage of the objective a price for each offer.
///
/// With prices, each seat's best option is its own affair; where everyone holds a cheapest option and only
/// full offers cost something, nobody can do better in sum (linear programming duality). The optimal face of a
/// stage, what the next one chooses from, is what the prices leave: options as cheap as the seat's own, and
/// offers with a price other than 0 as full as they are.
public struct AllocationCertificate: Sendable, Equatable {
  public struct Stage: Sendable, Equatable {
    /// By offer, in weighted cost; what one more place would gain.
    public var prices: [Int64]
    /// The weighted cost of the allocation.
    public var value: Int64
    /// No allocation costs less.
    public var bound: Int64

    public init(prices: [Int64], value: Int64, bound: Int64) {
      self.prices = prices
      self.value = value
      self.bound = bound
    }
  }

  public var policy: AllocationPolicy
  public var stages: [Stage]
  /// By offer: whether it runs, where minimums made that a question.
  public var running: [Bool]
  /// Whether whole numbers had to be searched for (minimums, a module in several créneaux): the prices then
  /// prove the bound of the stage, which can be below the value.
  public var isSearched: Bool

  public init(policy: AllocationPolicy, stages: [Stage], running: [Bool], isSearched: Bool) {
    self.policy = policy
    self.stages = stages
    self.running = running
    self.isSearched = isSearched
  }
}

/// The proof that an allocation is optimal: for each stage of the objective a price for each offer.
///
/// With prices, each seat's best option is its own affair; where everyone holds a cheapest option and only
/// full offers cost something, nobody can do better in sum (linear programming duality). The optimal face of a
/// stage, what the next one chooses from, is what the prices leave: options as cheap as the seat's own, and
/// offers with a price other than 0 as full as they are.
public struct AllocationCertificate: Sendable, Hashable, Codable {
  /// The proof of one stage of the objective.
  public struct Stage: Sendable, Hashable, Codable {
    /// By offer, then quota, in weighted cost: what one more place would gain, with one more departure in every
    /// quota around it.
    public package(set) var prices: [Int64]
    /// The weighted cost of the allocation.
    public package(set) var value: Int64
    /// No allocation costs less.
    public package(set) var bound: Int64

    package init(prices: [Int64], value: Int64, bound: Int64) {
      self.prices = prices
      self.value = value
      self.bound = bound
    }
  }

  /// What was decided about an offer with a minimum.
  public enum Decision: String, Sendable, CaseIterable, Codable {
    /// Nothing: it keeps to its minimum by itself, or has none.
    case free
    /// It runs, with its minimum at least.
    case open = "runs"
    /// It does not run.
    case closed
  }

  /// The policy whose objective the certificate is about.
  public package(set) var policy: AllocationPolicy
  /// Prove the optimum among the allocations with these decisions; empty where modules are shared or quotas
  /// cross.
  public package(set) var stages: [Stage]
  /// By offer.
  public package(set) var decisions: [Decision]
  /// Where whole numbers had to be searched for (minimums, a module in several créneaux, crossing quotas): the first stage
  /// without those rules, whose bound no allocation can beat. It can be below the value.
  public package(set) var relaxation: Stage?

  package init(
    policy: AllocationPolicy, stages: [Stage], decisions: [Decision], relaxation: Stage? = nil
  ) {
    self.policy = policy
    self.stages = stages
    self.decisions = decisions
    self.relaxation = relaxation
  }

  /// Whether the optimum took a search, which prices alone do not prove.
  public var isSearched: Bool { relaxation != nil }

  /// How many students an offer may have under its decision.
  package func loads(of offer: Int, in problem: AllocationProblem) -> ClosedRange<Int> {
    decisions[offer].loads(of: problem.offers[offer])
  }
}

extension AllocationCertificate.Decision {
  /// How many students an offer may have under this decision.
  package func loads(of offer: AllocationProblem.Offer) -> ClosedRange<Int> {
    switch self {
    case .free: 0...offer.places
    case .open: min(offer.minimum, offer.places)...offer.places
    case .closed: 0...0
    }
  }
}

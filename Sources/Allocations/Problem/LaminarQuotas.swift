/// Offers and quotas as nodes of a tree: what counts in a node counts in all above it.
///
/// Nodes 0..<*o* are the offers, then the quotas; the root stands for everything without a limit, and is where
/// students without a module are.
public struct LaminarQuotas: Sendable, Equatable {
  /// By node, the node it counts in; ``root`` where there is none.
  public let parents: [Int]
  /// The nodes from the root down.
  public let topDown: [Int]

  public var outside: Int { parents.count }

  /// - Returns: nil where two quotas have some offers in common and each has others.
  /// - Complexity: O(*q* · *o*) and O(*q* log *q*), quotas and offers.
  init?(offers: Int, _ quotas: [AllocationProblem.Quota]) {
    var parents = [Int](repeating: offers + quotas.count, count: offers + quotas.count)
    // The quota that each offer counts in, the largest one first.
    let order = quotas.indices.sorted {
      (quotas[$1].offers.count, $0) < (quotas[$0].offers.count, $1)
    }
    for quota in order {
      guard let first = quotas[quota].offers.first else { continue }
      let around = parents[first]
      guard quotas[quota].offers.allSatisfy({ parents[$0] == around }) else { return nil }
      parents[offers + quota] = around
      for offer in quotas[quota].offers { parents[offer] = offers + quota }
    }
    self.parents = parents
    topDown = order.map { offers + $0 } + Array(0..<offers)
  }

  /// The quotas a node counts in, the innermost first.
  public func quotas(around node: Int, offers: Int) -> [Int] {
    sequence(first: parents[node]) { parents[$0] }.prefix { $0 != outside }.map { $0 - offers }
  }

  /// How many students each node has.
  func loads(_ offerLoads: [Int]) -> [Int] {
    var loads = offerLoads + [Int](repeating: 0, count: parents.count - offerLoads.count)
    for node in topDown.reversed() where parents[node] != outside { loads[parents[node]] += loads[node] }
    return loads
  }
}

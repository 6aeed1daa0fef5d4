/// Quotas of which any two are disjoint or one inside the other: a laminar family, as the nodes of a tree.
///
/// With laminar quotas an allocation stays a network flow, whose optima are whole (hierarchies in Budish, Che, Kojima
/// and Milgrom 2013, doi:10.1257/aer.103.2.585); quotas that cross need a search. Nodes 0..<*o* are the offers, then the
/// quotas. The last node is ``outside``: it has no limit, and students without a module are there.
package struct LaminarQuotas: Sendable, Equatable {
  /// By node, the node it counts in; ``outside`` where there is none.
  package let parents: [Int]
  /// The nodes in an order in which each comes after the one it counts in.
  package let topDown: [Int]

  /// The node of the outside option, no module: everything without a limit counts in it.
  package var outside: Int { parents.count }

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
  ///
  /// - Parameters:
  ///   - node: an offer or a quota.
  ///   - offers: how many offers there are.
  package func quotas(around node: Int, offers: Int) -> [Int] {
    sequence(first: parents[node]) { parents[$0] }.prefix { $0 != outside }.map { $0 - offers }
  }

  /// How many students each node has.
  ///
  /// - Parameter offerLoads: by offer.
  func loads(_ offerLoads: [Int]) -> [Int] {
    var loads = offerLoads + [Int](repeating: 0, count: parents.count - offerLoads.count)
    for node in topDown.reversed() where parents[node] != outside { loads[parents[node]] += loads[node] }
    return loads
  }
}

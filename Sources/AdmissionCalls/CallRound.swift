/// One round of calls: the appel initial, or an appel complémentaire (règlement 5.2.1).
///
/// Free are the places less those accepted and those on offer, never below none. The waiting are walked in call
/// order; each is called while a place is free or within the call block, and takes one.
public struct CallRound: Sendable, Equatable {
  /// The newly called, as positions in the call order.
  public let called: [Int]
  public let places: Int
  /// Places accepted.
  public let taken: Int
  /// Places on offer, those of this round included.
  public let open: Int

  /// Places neither taken nor on offer.
  public var left: Int { max(0, places - taken - open) }

  /// - Parameters:
  ///   - orders: the numbers of the call order, ascending.
  ///   - statuses: in call order.
  ///   - places: N, ≥ 0.
  ///   - blockRank: R, ≥ 0: whoever waits with a number up to it is called, free place or not.
  /// - Complexity: O(*n*), *n* candidates.
  public init(orders: [Int], statuses: [CallStatus], places: Int, blockRank: Int = 0) {
    precondition(orders.count == statuses.count && places >= 0 && blockRank >= 0)
    let taken = statuses.count { $0 == .accepted }
    let open = statuses.count { $0 == .open }
    var free = max(0, places - taken - open)
    var called: [Int] = []
    for position in orders.indices where statuses[position] == .waiting {
      guard free > 0 || orders[position] <= blockRank else { break }
      called.append(position)
      free -= 1
    }
    self.called = called
    self.places = places
    self.taken = taken
    self.open = open + called.count
  }
}

import ExactValues

/// One round of calls: the appel initial, or an appel complémentaire (règlement 5.2.1).
///
/// Free are the places less those accepted and those on offer, never below none. The waiting are walked in call
/// order; each is called while a place is free or within the call block, and takes one. ``CallSeason/call(places:blockRank:)``
/// makes a round.
public struct CallRound: Sendable, Hashable, Codable {
  /// One offer.
  public struct Call: Hashable, Sendable, Codable {
    /// The number in the call order, from 1.
    public let order: Int
    /// The candidate's identifier.
    public let candidate: String
  }

  /// The newly called, in call order.
  public let called: [Call]
  /// Their positions in the call order, from 0.
  package let positions: [Int]
  /// The number of places.
  public let places: Int
  /// The places that are accepted.
  public let taken: Int
  /// The places on offer, those of this round included.
  public let open: Int

  /// The places neither taken nor on offer.
  public var left: Int { max(0, places - taken - open) }

  /// - Complexity: O(*n*), *n* candidates.
  init(_ season: CallSeason, places: Int, blockRank: Int) throws(CallError) {
    guard 0...Int(UInt32.max) ~= places else { throw .placesOutOfRange(places) }
    guard blockRank >= 0 else { throw .blockRankOutOfRange(blockRank) }
    let (orders, statuses) = (season.orders, season.statuses)
    let taken = statuses.count { $0 == .accepted }
    let open = statuses.count { $0 == .open }
    var free = max(0, places - taken - open)
    var positions: [Int] = []
    for position in orders.indices where statuses[position] == .waiting {
      guard free > 0 || orders[position] <= blockRank else { break }
      positions.append(position)
      free -= 1
    }
    self.positions = positions
    called = positions.map { Call(order: orders[$0], candidate: season.identifiers[$0]) }
    self.places = places
    self.taken = taken
    self.open = open + positions.count
  }
}

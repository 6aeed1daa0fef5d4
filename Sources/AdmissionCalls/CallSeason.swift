/// The calls of a season so far: who was called in which appel, and where everyone stands.
public struct CallSeason: Sendable, Equatable {
  /// The numbers of the call order, ascending.
  public private(set) var orders: [Int]
  /// In call order.
  public private(set) var statuses: [CallStatus]
  /// The appel in which each was called, from 1; 0 for who never was.
  public private(set) var appels: [Int]

  /// Before the first appel.
  public init(orders: [Int]) {
    self.orders = orders
    statuses = orders.map { _ in .waiting }
    appels = orders.map { _ in 0 }
  }

  public var count: Int { orders.count }

  /// The number of the last appel, 0 before the first.
  public var lastAppel: Int { appels.max() ?? 0 }

  /// Puts back what is known of a candidate, from an earlier state.
  ///
  /// - Throws: ``CallContradiction`` where someone never called would have answered.
  public mutating func restore(_ position: Int, status: CallStatus, appel: Int) throws(CallContradiction) {
    guard appel > 0 || status == .waiting || status == .resigned else { throw .neverCalled }
    statuses[position] = status
    appels[position] = appel
  }

  /// Takes a candidate's answer.
  ///
  /// - Throws: ``CallContradiction``; nothing has changed then.
  public mutating func answer(_ position: Int, _ answer: CallStatus) throws(CallContradiction) {
    statuses[position] = try statuses[position].after(answer)
  }

  /// Makes the next appel.
  public mutating func call(places: Int, blockRank: Int = 0) -> CallRound {
    let round = CallRound(orders: orders, statuses: statuses, places: places, blockRank: blockRank)
    let appel = lastAppel + 1
    for position in round.called {
      statuses[position] = .open
      appels[position] = appel
    }
    return round
  }

  /// Inserts a candidate late: the numbers from `order` on go up by one, and offers already made stand.
  ///
  /// - Parameter order: the number the candidate gets, ≥ 1.
  public mutating func insert(at order: Int) {
    precondition(order >= 1)
    let position = orders.firstIndex { $0 >= order } ?? orders.count
    for later in position..<orders.count { orders[later] += 1 }
    orders.insert(order, at: position)
    statuses.insert(.waiting, at: position)
    appels.insert(0, at: position)
  }
}

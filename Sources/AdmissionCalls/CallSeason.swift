public import ExactValues

/// The calls of a season so far: who was called in which appel, and where everyone stands.
///
/// ```swift
/// var season = CallSeason(order)
/// print(try season.call(places: 1).called.map(\.candidate))  // ["K2"]
/// try season.answer([CallAnswer("K2", .refused)])
/// print(try season.call(places: 1).called.map(\.candidate))  // ["K1"]
/// ```
public struct CallSeason: Sendable, Equatable {
  /// One candidate of the call order.
  public struct Entry: Hashable, Sendable, Codable {
    /// The number in the call order, from 1.
    public var order: Int
    /// The candidate's identifier.
    public var candidate: String
    /// Where the candidate stands.
    public var status: CallStatus
    /// The appel in which the candidate was called, from 1; nil for one who was not.
    public var appel: Int?

    /// - Parameters:
    ///   - order: the number in the call order, from 1.
    ///   - candidate: the candidate's identifier.
    ///   - status: where the candidate stands.
    ///   - appel: the appel in which the candidate was called, from 1; nil for one who was not.
    public init(order: Int, candidate: String, status: CallStatus = .waiting, appel: Int? = nil) {
      self.order = order
      self.candidate = candidate
      self.status = status
      self.appel = appel
    }
  }

  /// In call order.
  public let identifiers: IdentifierColumn
  /// The numbers of the call order, ascending.
  public let orders: [Int]
  /// In call order.
  public private(set) var statuses: [CallStatus]
  /// The appel in which each was called, from 1; 0 for a candidate who was not.
  package private(set) var appels: [Int]

  /// Before the first appel.
  ///
  /// - Complexity: O(*n*), *n* candidates.
  public init(_ order: CallOrder) {
    let ranking = order.ranking
    self.init(
      identifiers: ranking.identifiers.gathered(order.positions.map { UInt32(ranking.row(Int($0))) }),
      orders: Array(1..<order.count + 1))
  }

  /// A season that was kept, by its elements.
  ///
  /// - Parameter entries: in any order; the numbers may have gaps.
  /// - Throws: ``CallError`` for the first candidate without an identifier, with that of another one, with a number
  ///   below 1 or with that of another one, and for an answer of a candidate who was not called.
  /// - Complexity: O(*n* log *n*), *n* candidates.
  public init(_ entries: [Entry]) throws(CallError) {
    let ranking = try FinalRanking(
      entries.map { FinalRanking.Entry(rank: $0.order, candidate: $0.candidate) })
    let sorted = entries.sorted { $0.order < $1.order }
    self.init(identifiers: ranking.identifiers, orders: sorted.map(\.order))
    for (position, entry) in sorted.enumerated() {
      do throws(CallContradiction) {
        try restore(position, status: entry.status, appel: entry.appel ?? 0)
      } catch {
        throw .contradiction(error, candidate: entry.candidate)
      }
    }
  }

  /// Before the first appel.
  ///
  /// - Parameters:
  ///   - identifiers: in call order, all different.
  ///   - orders: the numbers of the call order, ascending, from 1.
  package init(identifiers: IdentifierColumn, orders: [Int]) {
    precondition(orders.count == identifiers.count, "columns of different lengths")
    self.identifiers = identifiers
    self.orders = orders
    statuses = orders.map { _ in .waiting }
    appels = orders.map { _ in 0 }
  }

  /// The number of the last appel, 0 before the first.
  public var lastAppel: Int { appels.max() ?? 0 }

  /// Puts back what is known of a candidate, from an earlier state.
  ///
  /// - Throws: ``CallContradiction`` where somebody who was never called would have answered.
  package mutating func restore(_ position: Int, status: CallStatus, appel: Int) throws(CallContradiction) {
    guard appel > 0 || status == .waiting || status == .resigned else { throw .neverCalled }
    statuses[position] = status
    appels[position] = appel
  }

  /// Takes a candidate's answer.
  ///
  /// - Throws: ``CallContradiction``; nothing has changed then.
  package mutating func answer(_ position: Int, _ answer: CallStatus) throws(CallContradiction) {
    statuses[position] = try statuses[position].after(answer)
  }

  /// Takes the answers of a day, all or none of them.
  ///
  /// - Parameter answers: one for each candidate at most, in any order.
  /// - Throws: ``CallError`` for the first answer of somebody who is not in the call order, or who has answered in
  ///   `answers` before, or that contradicts what is known; nothing has changed then.
  /// - Complexity: O(*n*) expected, *n* candidates.
  public mutating func answer(_ answers: some Sequence<CallAnswer>) throws(CallError) {
    // By bytes: Unicode holds identifiers equal that are two candidates.
    var positions: [[UInt8]: Int] = [:]
    for position in orders.indices {
      positions[Array(identifiers.bytes[identifiers.range(position)])] = position
    }
    var season = self
    for answer in answers {
      let name = Array(answer.candidate.utf8)
      guard let known = positions[name] else { throw .unknownCandidate(answer.candidate) }
      guard known >= 0 else { throw .repeatedCandidate(answer.candidate) }
      positions[name] = -1
      do throws(CallContradiction) {
        try season.answer(known, answer.status)
      } catch {
        throw .contradiction(error, candidate: answer.candidate)
      }
    }
    self = season
  }

  /// Makes the next appel.
  ///
  /// - Parameters:
  ///   - places: N, the number of places, 0 to 2³² − 1.
  ///   - blockRank: R, 0 or more: whoever waits with a number up to it is called, free place or not.
  /// - Returns: who is called.
  /// - Throws: ``CallError`` where a number is out of its range; nothing has changed then.
  /// - Complexity: O(*n*), *n* candidates.
  public mutating func call(places: Int, blockRank: Int = 0) throws(CallError) -> CallRound {
    let round = try CallRound(self, places: places, blockRank: blockRank)
    let appel = lastAppel + 1
    for position in round.positions {
      statuses[position] = .open
      appels[position] = appel
    }
    return round
  }

  /// The next appel as answers alone have it, of which no appel is kept.
  package mutating func replaceStatuses(_ statuses: [CallStatus]) {
    precondition(statuses.count == orders.count, "statuses of another call order")
    self.statuses = statuses
    appels = orders.map { _ in 0 }
  }
}

extension CallSeason: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { orders.count }

  /// The candidate at a position of the call order, from 0.
  public subscript(position: Int) -> Entry {
    Entry(
      order: orders[position], candidate: identifiers[position], status: statuses[position],
      appel: appels[position] > 0 ? appels[position] : nil)
  }
}

extension CallSeason: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
}

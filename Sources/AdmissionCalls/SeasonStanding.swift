/// How many candidates of a season wait, hold an offer, have a place or are gone, and what each appel brought
/// (règlement 5.2.1).
///
/// ```swift
/// let standing = SeasonStanding(season)
/// print(standing.counts.refused, standing.appels.map(\.depth))  // 1 [1, 2]
/// ```
public struct SeasonStanding: Sendable, Hashable, Codable {
  /// How many candidates have each status.
  public struct Counts: Sendable, Hashable, Codable {
    /// How many are not called yet.
    public private(set) var waiting = 0
    /// How many have an offer that they did not answer.
    public private(set) var open = 0
    /// How many have accepted a place.
    public private(set) var accepted = 0
    /// How many have turned an offer down, or given a place back.
    public private(set) var refused = 0
    /// How many have left the procedure.
    public private(set) var resigned = 0

    /// How many there are.
    public var all: Int { waiting + open + accepted + refused + resigned }

    mutating func add(_ status: CallStatus) {
      switch status {
      case .waiting: waiting += 1
      case .open: open += 1
      case .accepted: accepted += 1
      case .refused: refused += 1
      case .resigned: resigned += 1
      }
    }
  }

  /// One appel, and what has become of its offers.
  public struct Appel: Sendable, Hashable, Codable {
    /// From 1.
    public let number: Int
    /// The highest number of the call order that it called.
    public fileprivate(set) var depth = 0
    /// How many of those it called have each status now.
    public fileprivate(set) var counts = Counts()
  }

  /// How many candidates of the call order have each status.
  public private(set) var counts = Counts()
  /// The appels that called somebody, in their order.
  public let appels: [Appel]

  /// The highest number of the call order that was called, 0 before the first appel.
  public var depth: Int { appels.map(\.depth).max() ?? 0 }

  /// - Complexity: O(*n* + *a* log *a*), *n* candidates and *a* appels.
  public init(_ season: CallSeason) {
    var appels: [Int: Appel] = [:]
    for position in season.statuses.indices {
      counts.add(season.statuses[position])
      let number = season.appels[position]
      guard number > 0 else { continue }
      var appel = appels[number] ?? Appel(number: number)
      appel.depth = max(appel.depth, season.orders[position])
      appel.counts.add(season.statuses[position])
      appels[number] = appel
    }
    self.appels = appels.values.sorted { $0.number < $1.number }
  }

  /// Without appels: all that answers alone say.
  package init(statuses: [CallStatus]) {
    for status in statuses { counts.add(status) }
    appels = []
  }
}

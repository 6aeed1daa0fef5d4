/// Where a season of calls has come to: how many wait, hold an offer, have a place or are gone, and what each
/// appel brought (règlement 5.2.1).
public struct SeasonStanding: Sendable, Equatable {
  /// How many candidates have each status.
  public struct Counts: Sendable, Equatable {
    public private(set) var waiting = 0
    public private(set) var open = 0
    public private(set) var accepted = 0
    public private(set) var refused = 0
    public private(set) var resigned = 0

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
  public struct Appel: Sendable, Equatable {
    /// From 1.
    public let number: Int
    /// The highest number of the call order that it called.
    public fileprivate(set) var depth = 0
    /// Of those it called.
    public fileprivate(set) var counts = Counts()
  }

  /// Of everyone in the call order.
  public private(set) var counts = Counts()
  /// Those that called someone, in their order.
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
  public init(statuses: [CallStatus]) {
    for status in statuses { counts.add(status) }
    appels = []
  }
}

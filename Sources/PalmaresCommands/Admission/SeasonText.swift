import Palmares
import Wording

/// The state of a season of calls, in words.
struct SeasonText {
  private let standing: SeasonStanding
  /// Whether the call order was read, and with it how many wait.
  private let knowsWaiting: Bool

  init(_ standing: SeasonStanding, knowsWaiting: Bool = true) {
    self.standing = standing
    self.knowsWaiting = knowsWaiting
  }

  /// How many have each status.
  var counts: String {
    let counts = standing.counts
    let waiting =
      knowsWaiting ? "\(counts.waiting) waiting" : "how many wait is known with the call order only"
    return "\(answered(counts)), \(waiting)"
  }

  /// The places, and how many of them are accepted or on offer.
  static func places(_ places: Int, _ counts: SeasonStanding.Counts) -> String {
    let free = max(0, places - counts.accepted - counts.open)
    return "\(places) places: \(counts.accepted) accepted, \(counts.open) on offer, \(free) free"
  }

  /// How deep each appel went, in a line.
  ///
  /// - Parameter most: so many appels at most, the last ones.
  func depths(atMost most: Int) -> String {
    let shown = standing.appels.suffix(most).map { "\($0.depth) (appel \($0.number))" }
    let isCut = standing.appels.count > shown.count
    return "called down to order: \(isCut ? "… " : "")\(shown.joined(separator: ", "))"
  }

  /// Everything there is to say: the answer of `--status`.
  func lines(places: Int?) -> [String] {
    var lines: [String] = []
    if let last = standing.appels.last {
      lines.append("after appel \(last.number): \(counts)")
      lines.append("called down to order \(standing.depth)")
    } else {
      lines.append("before the first appel: \(counts)")
    }
    if let places { lines.append(Self.places(places, standing.counts)) }
    return lines
      + standing.appels.map { appel in
        "appel \(appel.number): \(appel.counts.all) called, down to order \(appel.depth): "
          + answered(appel.counts)
      }
  }

  private func answered(_ counts: SeasonStanding.Counts) -> String {
    "\(counts.accepted) accepted, \(counts.open) on offer, \(counts.refused) refused, \(counts.resigned) gone"
  }
}

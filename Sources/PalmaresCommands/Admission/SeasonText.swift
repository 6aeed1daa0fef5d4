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
  var counts: Message {
    let counts = standing.counts
    let waiting = knowsWaiting ? Message.waiting(counts.waiting) : .waitingUnknown
    let mark = knowsWaiting ? Message(verbatim: ", ") : Message(fr: " ; ", en: ", ")
    return .answers(counts) + mark + waiting
  }

  /// The places, and how many of them are accepted or on offer.
  static func places(_ places: Int, _ counts: SeasonStanding.Counts) -> Message {
    let free = max(0, places - counts.accepted - counts.open)
    return .places(places, accepted: counts.accepted, open: counts.open, free: free)
  }

  /// How deep each appel went, in a line.
  ///
  /// - Parameter most: so many appels at most, the last ones.
  func depths(atMost most: Int) -> Message {
    .depths(standing.appels.suffix(most), isCut: standing.appels.count > most)
  }

  /// Everything there is to say: the answer of `--status`.
  func lines(places: Int?) -> [Message] {
    var lines: [Message] = []
    if let last = standing.appels.last {
      lines += [.afterAppel(last.number, counts), .calledDown(to: standing.depth)]
    } else {
      lines.append(.beforeFirstAppel(counts))
    }
    if let places { lines.append(Self.places(places, standing.counts)) }
    return lines + standing.appels.map(Message.appel)
  }
}

public import ExactValues

/// The mentions of those who validated, and the share of the cohort that each is for (règlement 1.3.3).
public struct MentionBands: Hashable, Sendable {
  /// The mentions given, the best first.
  public let mentions: [Mention]
  /// In percent, one for each mention; they add to 100.
  public let shares: [FixedDecimal]

  /// 10 % A+, 25 % A, 30 % B, 35 % C.
  public static let standard = MentionBands(
    mentions: [.aPlus, .a, .b, .c], shares: [10, 25, 30, 35])

  private init(mentions: [Mention], shares: [FixedDecimal]) {
    self.mentions = mentions
    self.shares = shares
  }

  /// Shares that a jury has chosen.
  ///
  /// - Parameter shares: in percent, of A+, A, B, C; of A, B, C; or of A, C.
  /// - Throws: ``GradingError`` where they do not add to 100, or are not two to four.
  public init(shares: [FixedDecimal]) throws(GradingError) {
    guard 2...4 ~= shares.count else { throw .shareCount(shares.count) }
    // Each is checked, so that the sum cannot overflow.
    guard shares.allSatisfy({ $0 <= 100 }),
      shares.reduce(0, { $0 + $1.units }) == 100 * FixedDecimal.unitsPerOne
    else {
      throw .sharesNotHundred
    }
    self.init(mentions: Self.mentions(ofClasses: shares.count), shares: shares)
  }

  private static func mentions(ofClasses count: Int) -> [Mention] {
    switch count {
    case 2: [.a, .c]
    case 3: [.a, .b, .c]
    default: [.aPlus, .a, .b, .c]
    }
  }

  /// The shares up to and with each mention, as whole numbers; the last is all.
  ///
  /// They are at most 10¹⁷.
  var cumulatedShares: [Int128] {
    var sum: Int128 = 0
    return wholeRatios(shares).map {
      sum += $0
      return sum
    }
  }

  /// Fewer classes, for a small cohort (règlement 3.2.1): three join A+ to A; two join B to C as well. Joined
  /// bands take the lower name, so that nobody's mention rises by it.
  ///
  /// - Parameter classes: 2 to 4; as many as there are, or more, change nothing.
  func merged(classes: Int) -> MentionBands {
    precondition(2...4 ~= classes, "2 to 4 classes")
    guard classes < mentions.count else { return self }
    var joined: [(mention: Mention, units: Int128)] = []
    let kept = Self.mentions(ofClasses: classes)
    var units: Int128 = 0
    for (mention, share) in zip(mentions, shares) {
      units += share.units
      guard kept.contains(mention) else { continue }
      joined.append((mention, units))
      units = 0
    }
    return MentionBands(
      mentions: joined.map(\.mention), shares: joined.map { FixedDecimal(units: $0.units) })
  }
}

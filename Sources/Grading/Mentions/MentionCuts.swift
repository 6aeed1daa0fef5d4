import ExactValues

/// Up to which position of its ranking a cohort gets each mention.
public struct MentionCuts: Sendable, Equatable {
  /// The best first.
  public let mentions: [Mention]
  /// The last position of each mention, never falling; the last mention takes all the rest.
  public let cuts: [Int]

  init(mentions: [Mention], cuts: [Int]) {
    precondition(mentions.count == cuts.count && zip(cuts, cuts.dropFirst()).allSatisfy(<=))
    self.mentions = mentions
    self.cuts = cuts
  }

  /// The cuts of a cohort: its number times the cumulated share, made whole (règlement 1.3.3).
  ///
  /// - Parameter count: the students whom the shares are of, as ``MentionBase`` says.
  public init(_ bands: MentionBands, count: Int, rounding: CutRounding = .nearest) {
    let shares = bands.cumulatedShares
    let whole = shares.last ?? 1
    self.init(
      mentions: bands.mentions,
      cuts: shares.map { share in
        let product = Int128(count) * share
        return switch rounding {
        case .nearest: Int((2 * product + whole) / (2 * whole))
        case .up: Int((product + whole - 1) / whole)
        case .down: Int(product / whole)
        }
      })
  }

  /// Moves each cut but the last to the widest gap between the marks of neighbours in the ranking, at most
  /// `tolerance` positions away (règlement 1.3.3); of equally wide ones to the nearest, then to the one that
  /// takes in more students. Where there is none, all in reach being equal, it stays.
  ///
  /// - Throws: ``ExactMarksTooFine``.
  /// - Complexity: O(*m*), *m* different marks.
  public func movedToGaps(of summary: CohortSummary, tolerance: Int) throws(ExactMarksTooFine) -> MentionCuts
  {
    precondition(tolerance >= 0)
    let values = try summary.commonNumerators()
    // Between two different marks: how many stand above it, and how wide it is.
    var gaps: [(position: Int, width: UInt128)] = []
    var above = 0
    for index in values.indices.dropFirst().reversed() {
      above += summary.counts[index]
      gaps.append((above, values[index] - values[index - 1]))
    }
    func moved(_ cut: Int) -> Int {
      let reach = gaps.filter { abs($0.position - cut) <= tolerance }
      let best = reach.max { a, b in
        (a.width, -abs(a.position - cut), a.position) < (b.width, -abs(b.position - cut), b.position)
      }
      return best?.position ?? cut
    }
    return MentionCuts(mentions: mentions, cuts: cuts.dropLast().map(moved) + cuts.suffix(1))
  }
}

extension CohortSummary {
  /// The marks, ascending, as whole multiples of one unit.
  func commonNumerators() throws(ExactMarksTooFine) -> [UInt128] {
    guard case .positions = scale else { return codes.map { UInt128($0) } }
    let marks = self.marks
    let largest = Int128(1) << 100
    var denominator: Int128 = 1
    for mark in marks {
      guard mark.denominator <= largest, let multiple = leastCommonMultiple(denominator, mark.denominator),
        multiple <= largest
      else { throw ExactMarksTooFine() }
      denominator = multiple
    }
    return marks.map { UInt128($0.numerator * (denominator / $0.denominator)) }
  }
}

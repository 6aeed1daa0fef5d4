import ExactValues

/// Up to which position of its ranking a cohort gets each mention (règlement 1.3.3).
public struct MentionCuts: Hashable, Sendable {
  /// The mentions given, the best first.
  public let mentions: [Mention]
  /// The last position of each mention, never falling; the last mention takes all the rest.
  public let positions: [Int]

  /// - Parameters:
  ///   - mentions: the best first.
  ///   - positions: the last of each mention, never falling.
  init(mentions: [Mention], positions: [Int]) {
    self.mentions = mentions
    self.positions = positions
    checkInvariants()
  }

  /// The cuts of a cohort: its number times the cumulated share, made whole (règlement 1.3.3).
  ///
  /// - Parameters:
  ///   - bands: the mentions, and the share of each.
  ///   - count: how many students the shares are of, as ``MentionBase`` says; 0 or more.
  ///   - rounding: how the number of students up to a mention is made whole.
  public init(_ bands: MentionBands, count: Int, rounding: CutRounding = .nearest) {
    let shares = bands.cumulatedShares
    let whole = shares.last ?? 1
    self.init(
      mentions: bands.mentions,
      positions: shares.map { share in
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
  /// - Throws: ``GradingError/exactMarksTooFine``.
  /// - Complexity: O(*m*), *m* different marks.
  func movedToGaps(of summary: CohortSummary, tolerance: Int) throws(GradingError) -> MentionCuts {
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
    return MentionCuts(
      mentions: mentions, positions: positions.dropLast().map(moved) + positions.suffix(1))
  }
}

extension CohortSummary {
  /// A mark of 20 over it fits 105 bits: 22 are left for sums.
  private static let largestDenominator = Int128(1) << 100

  /// The marks, ascending, as whole multiples of one unit.
  ///
  /// - Throws: ``GradingError/exactMarksTooFine``.
  func commonNumerators() throws(GradingError) -> [UInt128] {
    guard case .positions = scale else { return codes.map { UInt128($0) } }
    let marks = self.marks
    var denominator: Int128 = 1
    for mark in marks {
      guard mark.denominator <= Self.largestDenominator,
        let next = leastCommonMultiple(denominator, mark.denominator),
        next <= Self.largestDenominator
      else { throw .exactMarksTooFine }
      denominator = next
    }
    return marks.map { UInt128($0.numerator * (denominator / $0.denominator)) }
  }
}

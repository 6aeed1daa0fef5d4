import ExactValues

/// How far the shares of UEs tilt with the differences between their means (règlement 1.3.3).
///
/// With *m* the mean of a UE's cohort, *M* and *S* the mean and the standard deviation of all marks of all
/// cohorts, *z* = (*m* − *M*) / *S* is the UE's standardised mean, and *k* = strength · *z*, at most 1 and at
/// least −1. A cumulated share *p* (of 1) becomes *p* + *k* *p* (1 − *p*): 0 and 1 stay, shares never turn
/// negative, and a UE whose students did better gives more of the better mentions.
///
/// *z* is the standard score of statistics, with the population's deviation. The règlement names no formula: this one
/// is a choice. *S* is irrational in general. No cut depends on a rounded one: whether a whole number lies below a tilted
/// cut is decided by comparing squares, in whole numbers of any size.
///
/// With two UEs of 100 students, one whose mean lies 0.6 deviations above that of all: at strength 1 its cut of 50 % is
/// 100 · (0.5 + 0.6 · 0.25) = 65.
struct Harmonisation: Sendable {
  private struct Sums {
    var count: UInt128
    var sum: Natural
  }

  private let strength: FixedDecimal
  private let cohorts: [Sums]
  private let total: Sums
  /// The number of all times the sum of squares, less the square of the sum: the squared deviation, scaled.
  private let spread: Natural

  /// - Parameters:
  ///   - cohorts: of one scale.
  ///   - strength: 0 to ``MentionRules/largestStrength``.
  /// - Throws: ``GradingError/exactMarksTooFine``.
  init(_ cohorts: [CohortSummary], strength: FixedDecimal) throws(GradingError) {
    self.strength = strength
    let whole = CohortSummary(merging: cohorts)
    let values = try whole.commonNumerators()
    var numerators: [Fraction: UInt128] = [:]
    var byCode: [Int32: UInt128] = [:]
    for (code, value) in zip(whole.codes, values) {
      byCode[code] = value
      if case .positions = whole.scale { numerators[whole.scale.mark(code)] = value }
    }
    func value(_ code: Int32, of cohort: CohortSummary) -> UInt128 {
      if cohort.scale == whole.scale { return byCode[code] ?? 0 }
      return numerators[cohort.scale.mark(code)] ?? 0
    }
    self.cohorts = cohorts.map { cohort in
      let sum = zip(cohort.codes, cohort.counts).reduce(Natural(0)) { sum, entry in
        sum + Natural(value(entry.0, of: cohort)) * Natural(entry.1)
      }
      return Sums(count: UInt128(cohort.count), sum: sum)
    }
    let sum = self.cohorts.reduce(Natural(0)) { $0 + $1.sum }
    let squares = zip(values, whole.counts).reduce(Natural(0)) { sum, entry in
      sum + Natural(entry.0) * Natural(entry.0) * Natural(entry.1)
    }
    total = Sums(count: UInt128(whole.count), sum: sum)
    spread = Natural.difference(Natural(total.count) * squares, sum * sum).magnitude
  }

  /// The cuts of one cohort with its shares tilted.
  ///
  /// - Parameters:
  ///   - cohort: its position among those given at the start.
  ///   - size: how many students the shares are of; nil for those of the cohort.
  func cuts(
    _ bands: MentionBands, cohort: Int, size: Int? = nil, rounding: CutRounding
  ) -> MentionCuts {
    let count = size ?? Int(cohorts[cohort].count)
    let shares = bands.cumulatedShares
    let tilt = Tilt(self, cohort, size: count, whole: shares.last ?? 1)
    return MentionCuts(
      mentions: bands.mentions,
      positions: shares.map { share in
        // The largest or smallest whole number on the right side of the tilted cut, by bisection.
        func first(_ holds: (Int) -> Bool) -> Int { (0..<count).partitioningIndex(where: holds) }
        return switch rounding {
        case .up: first { tilt.compare(half: 2 * $0, share) >= 0 }
        case .down: first { $0 == count || tilt.compare(half: 2 * ($0 + 1), share) > 0 }
        case .nearest: first { $0 == count || tilt.compare(half: 2 * $0 + 1, share) > 0 }
        }
      })
  }

  /// The factor *k* of one cohort, as the numbers it is made of.
  private struct Tilt {
    /// How many students the shares are of, and how many have the mean.
    private let size: Natural
    private let count: Natural
    private let isUpward: Bool
    /// Whether *k* is cut to 1 or −1.
    private let isLimited: Bool
    private let isFlat: Bool
    /// The whole number for all shares.
    private let whole: Int128
    /// strength times the difference of the means, scaled by ``FixedDecimal/unitsPerOne`` and more.
    private let difference: Natural
    private let spread: Natural

    init(_ harmonisation: Harmonisation, _ cohort: Int, size: Int, whole: Int128) {
      let sums = harmonisation.cohorts[cohort]
      let (gap, isPositive) = Natural.difference(
        sums.sum * Natural(harmonisation.total.count), harmonisation.total.sum * Natural(sums.count))
      self.whole = whole
      self.size = Natural(size)
      count = Natural(sums.count)
      isUpward = isPositive
      difference = Natural(harmonisation.strength.units) * gap
      spread = harmonisation.spread
      isFlat = difference.isZero || spread.isZero
      let unit = Natural(FixedDecimal.unitsPerOne) * count
      isLimited = difference * difference >= unit * unit * spread
    }

    /// Which of half a whole number and the tilted cut is larger: −1, 0 or 1.
    ///
    /// - Parameter share: cumulated.
    func compare(half: Int, _ share: Int128) -> Int {
      // The number and the cut as it was, what lies between them, and how far a whole k moves the cut.
      let number = Natural(half) * Natural(whole) * Natural(whole)
      let cut = size * Natural(2 * share) * Natural(whole)
      let (distance, isAbove) = Natural.difference(number, cut)
      let reach = Natural(2 * share) * Natural(whole - share)
      let sign = distance.isZero ? 0 : isAbove ? 1 : -1
      if isFlat { return sign }
      if isLimited {
        let moved = size * reach
        let (a, b) = isUpward ? (number, cut + moved) : (number + moved, cut)
        return a == b ? 0 : a < b ? -1 : 1
      }
      // distance against ± reach · difference · size / (unit · count · √spread).
      let direction = reach.isZero ? 0 : isUpward ? 1 : -1
      if sign != direction { return sign < direction ? -1 : 1 }
      if sign == 0 { return 0 }
      let left = distance * Natural(FixedDecimal.unitsPerOne) * count
      let right = reach * difference * size
      let (a, b) = (left * left * spread, right * right)
      return a == b ? 0 : (a < b) == (sign > 0) ? -1 : 1
    }
  }
}

public import ExactValues
public import Parallelism

/// How mentions are given (règlement 1.3.3, 3.2.1).
///
/// ```swift
/// var rules = MentionRules()
/// rules.bands = try MentionBands(shares: [20, 30, 50])
/// rules.ties = .down
/// rules.gapTolerance = 1
/// let marks = try UEMarks([18, 17, 12, 11, 11].enumerated().map { UEMark("E\($0)", mark: $1) })
/// let graded = try rules.graded(marks)
/// print(graded.map(\.mention), graded.cohorts[0].cuts?.positions ?? [])
/// // [A, A, C, C, C] [2, 2, 5]
/// ```
public struct MentionRules: Hashable, Sendable {
  /// The mentions, and the share of each.
  public var bands = MentionBands.standard
  /// How the number of students up to a mention is made whole.
  public var rounding = CutRounding.nearest
  /// The position of students with equal marks.
  public var ties = TieRule.up
  /// Whom the shares are of.
  public var base = MentionBase.validated
  /// With fewer students in the base, a UE is pass/fail (1.3.1): its students get credits and no mention.
  public var minimumCohort = 0
  /// How far shares tilt with the means of UEs, 0 to ``largestStrength``: with the standard score *z* of a UE's mean, a
  /// cumulated share *p* becomes *p* + *k* · *p* · (1 − *p*), where *k* is strength · *z*, at least −1 and at most 1. nil
  /// for no tilt.
  public var strength: FixedDecimal?
  /// Fewer classes than bands, 2 to 4; nil for all.
  public var classes: Int?
  /// How many positions a cut may move to a wider gap, 0 or more.
  public var gapTolerance = 0

  /// The largest ``strength``: all shares are at their limit long before.
  public static let largestStrength: FixedDecimal = 100

  /// The règlement's rules: 10 % A+, 25 % A, 30 % B, 35 % C, without any adaptation.
  public init() {}

  /// Gives each mark its mention.
  ///
  /// - Parameters:
  ///   - marks: of one or many UEs; each UE is ranked by itself.
  ///   - workers: the threads that share the work.
  /// - Throws: ``GradingError`` where a rule is unusable, or exact marks have no common denominator that gaps and means
  ///   could be computed with.
  /// - Complexity: O(*n* log *n*), *n* rows; O(*n*) for a single UE, shared by the workers.
  public func graded(_ marks: UEMarks, workers: Workers = Workers()) throws(GradingError) -> GradedMarks {
    let cohorts = try graded(
      marks.cohorts(workers: workers), promotions: base == .promotion ? marks.promotions : nil)
    return GradedMarks(marks, cohorts, workers: workers)
  }

  /// The cuts of each cohort, with what each adaptation did to them.
  ///
  /// A cohort below the minimum is pass/fail, whatever else is asked for. For the others shares tilt first,
  /// then bands join, then cuts move to gaps.
  ///
  /// - Parameters:
  ///   - cohorts: those who validated each UE at the first session; all of one scale.
  ///   - promotions: the size of each UE's promotion, 0 or more; needed where it is the base.
  /// - Throws: ``GradingError`` where a rule is unusable, the base lacks its promotions, or exact marks have no common
  ///   denominator that gaps and means could be computed with.
  public func graded(
    _ cohorts: [CohortSummary], promotions: [Int]? = nil
  ) throws(GradingError) -> [GradedCohort] {
    if let strength, strength > Self.largestStrength { throw .strengthTooLarge(strength) }
    if let classes, !(2...4 ~= classes) { throw .classCount(classes) }
    guard gapTolerance >= 0 else { throw .gapTolerance(gapTolerance) }
    if base == .promotion {
      let sizes = promotions ?? []
      guard sizes.count == cohorts.count else { throw .promotionCount(sizes.count, cohorts: cohorts.count) }
      if let negative = sizes.first(where: { $0 < 0 }) { throw .promotionSize(negative) }
    }
    let harmonisation: Harmonisation? =
      if let strength { try Harmonisation(cohorts, strength: strength) } else { nil }
    var graded: [GradedCohort] = []
    for (index, summary) in cohorts.enumerated() {
      let size = base == .promotion ? promotions?[index] : nil
      graded.append(try self.graded(summary, index, harmonisation, size: size ?? summary.count))
    }
    return graded
  }

  /// - Parameter size: how many students the shares are of.
  private func graded(
    _ summary: CohortSummary, _ index: Int, _ harmonisation: Harmonisation?, size: Int
  ) throws(GradingError) -> GradedCohort {
    var steps: [GradedCohort.Step] = []
    var current = MentionCuts(bands, count: size, rounding: rounding)
    func take(_ adaptation: Adaptation, _ after: MentionCuts?) {
      steps.append(GradedCohort.Step(adaptation: adaptation, before: current, after: after))
      if let after { current = after }
    }
    guard size >= minimumCohort else {
      take(.minimumCohort, nil)
      return GradedCohort(summary: summary, size: size, cuts: nil, ties: ties, steps: steps)
    }
    var tilted = bands
    if let harmonisation {
      take(.harmonise, harmonisation.cuts(bands, cohort: index, size: size, rounding: rounding))
    }
    if let classes {
      tilted = bands.merged(classes: classes)
      let kept = zip(current.mentions, current.positions).filter { tilted.mentions.contains($0.0) }
      take(.classes, MentionCuts(mentions: kept.map(\.0), positions: kept.map(\.1)))
    }
    if gapTolerance > 0 {
      take(.gapTolerance, try current.movedToGaps(of: summary, tolerance: gapTolerance))
    }
    return GradedCohort(summary: summary, size: size, cuts: current, ties: ties, steps: steps)
  }
}

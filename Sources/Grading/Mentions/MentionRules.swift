public import ExactValues
public import Parallelism

/// How mentions are given to the UEs of a file (règlement 1.3.3, 3.2.1).
public struct MentionRules: Sendable {
  public var bands = MentionBands.standard
  public var rounding = CutRounding.nearest
  public var ties = TieRule.up
  /// Whom the shares are of.
  public var base = MentionBase.validated
  /// With fewer students in the base, a UE is pass/fail (1.3.1): its students get credits and no mention.
  public var minimumCohort = 0
  /// The strength with which shares tilt with the means of UEs; nil for none.
  public var strength: FixedDecimal?
  /// Fewer classes than bands, 2 to 4; nil for all.
  public var classes: Int?
  /// How many positions a cut may move to a wider gap.
  public var gapTolerance = 0

  public init() {}

  /// The cuts of each UE's cohort, with what each adaptation did to them.
  ///
  /// - Throws: ``ExactMarksTooFine``.
  /// - Complexity: that of ``UEMarks/cohorts(workers:)``.
  public func graded(
    _ marks: UEMarks, workers: Workers = Workers()
  ) throws(ExactMarksTooFine) -> [GradedCohort] {
    try graded(
      marks.cohorts(workers: workers), promotions: base == .promotion ? marks.promotions : nil)
  }

  /// The cuts of each cohort, with what each adaptation did to them.
  ///
  /// A cohort below the minimum is pass/fail, whatever else is asked for. For the others shares tilt first,
  /// then bands join, then cuts move to gaps.
  ///
  /// - Parameters:
  ///   - cohorts: those who validated each UE at the first session; all of one scale.
  ///   - promotions: the size of each UE's promotion; needed where it is the base.
  /// - Throws: ``ExactMarksTooFine``.
  public func graded(
    _ cohorts: [CohortSummary], promotions: [Int]? = nil
  ) throws(ExactMarksTooFine) -> [GradedCohort] {
    precondition(base == .validated || promotions?.count == cohorts.count, "the base needs the promotions")
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
  ) throws(ExactMarksTooFine) -> GradedCohort {
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
      let kept = zip(current.mentions, current.cuts).filter { tilted.mentions.contains($0.0) }
      take(.classes, MentionCuts(mentions: kept.map(\.0), cuts: kept.map(\.1)))
    }
    if gapTolerance > 0 {
      take(.gapTolerance, try current.movedToGaps(of: summary, tolerance: gapTolerance))
    }
    return GradedCohort(summary: summary, size: size, cuts: current, ties: ties, steps: steps)
  }
}

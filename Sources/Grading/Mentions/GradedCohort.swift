import ExactValues

/// The ranking of one UE, its cuts, and what adaptations did to them.
public struct GradedCohort: Sendable {
  /// What one adaptation did to the cuts.
  public struct Step: Hashable, Sendable, Codable {
    /// Which adaptation it is.
    public let adaptation: Adaptation
    /// The cuts without it.
    public let before: MentionCuts
    /// The cuts with it; nil where the cohort became pass/fail.
    public let after: MentionCuts?
  }

  /// The marks that are ranked: of those who validated at the first session.
  public let summary: CohortSummary
  /// How many students the shares are of.
  public let size: Int
  /// The last position of each mention; nil where the UE is pass/fail.
  public let cuts: MentionCuts?
  /// The position of students with equal marks.
  public let ties: TieRule
  /// The adaptations asked for, in the order in which they were applied.
  public let steps: [Step]
  private let placement: MentionPlacement?

  init(summary: CohortSummary, size: Int, cuts: MentionCuts?, ties: TieRule, steps: [Step]) {
    self.summary = summary
    self.size = size
    self.cuts = cuts
    self.ties = ties
    self.steps = steps
    placement = cuts.map { MentionPlacement(summary, cuts: $0, ties: ties) }
  }

  /// The mention of a student.
  ///
  /// - Parameters:
  ///   - code: the mark, an integer of the summary's scale; of those who are placed only.
  ///   - first: the student's first mark, where the ranking keeps it beside the final one.
  @inline(__always)
  func mention(_ standing: Standing, _ code: Int32, besides first: Int32? = nil) -> Mention {
    if let fixed = standing.fixedMention { return fixed }
    guard let placement else { return .passed }
    return first.map { placement.mention(code, besides: $0) } ?? placement.mention(code)
  }

  /// The position of a student in the ranking of the first session; nil for a student who is not placed, and where the
  /// UE is pass/fail, which ranks nobody (1.3.1).
  ///
  /// - Parameters:
  ///   - code: the mark, an integer of the summary's scale; of those who are placed only.
  ///   - first: the student's first mark, where the ranking keeps it beside the final one.
  @inline(__always)
  func position(_ standing: Standing, _ code: Int32, besides first: Int32? = nil) -> Int? {
    guard standing.fixedMention == nil, let placement else { return nil }
    return first.map { placement.position(code, besides: $0) } ?? placement.position(code)
  }

  /// The mentions with the cuts before and after a step.
  func placements(_ step: Step) -> (before: MentionPlacement, after: MentionPlacement?) {
    (
      MentionPlacement(summary, cuts: step.before, ties: ties),
      step.after.map { MentionPlacement(summary, cuts: $0, ties: ties) }
    )
  }
}

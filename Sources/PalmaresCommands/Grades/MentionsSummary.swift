import Palmares
import Wording

/// What a run of `grades mentions` says on standard error.
struct MentionsSummary {
  let lines: [Message]

  /// Further adaptations, or students of one, are only counted: `--report` has them all.
  private static let mostEntries = 20
  private static let mostStudents = 10

  init(
    _ graded: GradedMarks, hasResults: Bool, _ report: AdaptationReport, _ options: MentionOptions
  ) {
    let (marks, cohorts) = (graded.marks, graded.cohorts)
    var lines: [Message] = [
      .graded(
        rows: marks.count, ues: cohorts.count, validated: cohorts.reduce(0) { $0 + $1.summary.count },
        placed: marks.standings.count { $0 == .rattrapage })
    ]
    if options.base == .promotion { lines.append(.sharesOfPromotion(cohorts.reduce(0) { $0 + $1.size })) }
    // Results say themselves what is validated.
    let low = hasResults ? 0 : marks.count(below: 10)
    if low > 0 { lines.append(.lowMarks(low, hasAdvice: options.validatedFrom == nil)) }
    if cohorts.count == 1, let cuts = cohorts[0].cuts { lines.append(.cuts(cuts)) }
    lines += report.entries.prefix(Self.mostEntries).map {
      .adaptation($0, mostStudents: Self.mostStudents)
    }
    if report.entries.count > Self.mostEntries {
      lines.append(.moreAdaptations(report.entries.count - Self.mostEntries))
    }
    self.lines = lines
  }
}

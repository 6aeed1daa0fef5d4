import Palmares
import Wording

/// What a run of `grades mentions` says on standard error.
struct MentionsSummary {
  let lines: [String]

  /// Further adaptations, or students of one, are only counted: `--report` has them all.
  private static let mostEntries = 20
  private static let mostStudents = 10

  init(
    _ graded: GradedMarks, hasResults: Bool, _ report: AdaptationReport, _ options: MentionOptions
  ) {
    let (marks, cohorts) = (graded.marks, graded.cohorts)
    var lines: [String] = []
    let validated = cohorts.reduce(0) { $0 + $1.summary.count }
    let placed = marks.standings.count { $0 == .rattrapage }
    lines.append(
      "\(marks.count) rows, \(cohorts.count) \(cohorts.count == 1 ? "UE" : "UEs"): \(validated) validated "
        + "at the first session, \(placed) placed after a rattrapage")
    if options.base == .promotion {
      lines.append("shares of the promotion: \(cohorts.reduce(0) { $0 + $1.size }) students")
    }
    if !hasResults, let line = Self.low(marks, options) { lines.append(line) }
    if cohorts.count == 1, let cuts = cohorts[0].cuts {
      lines.append(
        "up to position: \(zip(cuts.mentions, cuts.positions).map { "\($0) \($1)" }.joined(separator: ", "))")
    }
    for entry in report.entries.prefix(Self.mostEntries) { lines.append(Self.line(entry)) }
    if report.entries.count > Self.mostEntries {
      lines.append("… and \(report.entries.count - Self.mostEntries) more adaptations (see --report)")
    }
    self.lines = lines
  }

  /// Marks under 10 that nothing says are validated.
  private static func low(_ marks: UEMarks, _ options: MentionOptions) -> String? {
    let count = marks.count(below: 10)
    guard count > 0 else { return nil }
    let advice = options.validatedFrom == nil ? " (--validated-from 10 refuses them)" : ""
    return
      "\(count) \(count == 1 ? "mark" : "marks") under 10 without a statut, counted as validated\(advice)"
  }

  private static func line(_ entry: AdaptationReport.Entry) -> String {
    let cuts = entry.cuts.map { "\($0.mention) \($0.before) → \($0.after.map(String.init) ?? "none")" }
    let names = entry.changed.prefix(mostStudents).map(\.student)
    let more = entry.changed.count > mostStudents ? ", … and \(entry.changed.count - mostStudents) more" : ""
    let students =
      names.isEmpty ? "no mention changed" : "changed for \(names.joined(separator: ", "))\(more)"
    let ue = entry.ue.isEmpty ? "" : " \(entry.ue)"
    return
      "\(entry.step.adaptation.rawValue)\(ue): up to position \(cuts.joined(separator: ", ")); \(students)"
  }
}

import Palmares

extension HotPath {
  /// The mention of every mark of one cohort, in hundredths.
  static let mentions = HotPath(
    "mentions", sizes: [10_000, 100_000, 1_000_000, 10_000_000], guarded: (200_000, 20)
  ) { size, workers in
    var numbers = SeededNumbers(seed: seed, subject: "marks", row: 0)
    let column = MarkColumn(
      (0..<size).map { _ in
        OptionalMark(uncheckedUnits: Int32(min(max(1_230 + numbers.bell(deviation: 250), 0), 2_000)) * 100)
      })
    return { _ in
      let summary = CohortSummary(column, workers: workers)
      let cuts = MentionCuts(.standard, count: summary.count)
      return MentionPlacement(summary, cuts: cuts, ties: .up).mentions(column, workers: workers).count
    }
  }
}

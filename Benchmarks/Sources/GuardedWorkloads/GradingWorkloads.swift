import Palmares

private let seed = "guard"

func countMentions(_ count: inout Count) {
  var numbers = SeededNumbers(seed: seed, subject: "marks", row: 0)
  // Hundredths of a mark.
  let column = MarkColumn(
    (0..<200_000).map { _ in
      OptionalMark(uncheckedUnits: Int32(min(max(1_230 + numbers.bell(deviation: 250), 0), 2_000)) * 100)
    })
  count.part("mentions", times: 20) {
    let summary = CohortSummary(column, workers: .one)
    let cuts = MentionCuts(.standard, count: summary.count)
    return MentionPlacement(summary, cuts: cuts, ties: .up).mentions(column, workers: .one).count
  }
}

func countGPA(_ count: inout Count) {
  let (students, ues) = (5_000, 12)
  var numbers = SeededNumbers(seed: seed, subject: "mentions", row: 0)
  let mentions = (0..<students * ues).map { _ in Mention.allCases[numbers.below(Mention.allCases.count)] }
  let columns = MentionColumns(
    students: mentions.indices.map { Int32($0 / ues) }, ues: mentions.indices.map { Int32($0 % ues) },
    mentions: mentions)
  let ects = (0..<ues).map { FixedDecimal(units: Int64(4 + $0 % 3) * FixedDecimal.unitsPerOne) }
  let values = Dictionary(uniqueKeysWithValues: GradesData.values.map { ($0.key, $0.value) })
  count.part("GPA", times: 12) {
    columns.gpas(studentCount: students, ects: ects, values: values).count { $0.value != nil }
  }
}

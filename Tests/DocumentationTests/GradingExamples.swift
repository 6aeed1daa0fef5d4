import Palmares
import Testing

/// The examples in the doc comments of Grading.
struct GradingExamples {
  @Test func `the example of UEOutcomes prints what it says`() throws {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    // example: UEOutcomes
    let scheme = try UEScheme(ues: [
      UE("MATHS", ects: 5, ecues: [ECUE("examen", weight: 2, minimum: 7), ECUE("td", weight: 1)])
    ])
    let marks = try ECUEMarks(
      [
        ECUEMark("E1", ue: "MATHS", ecue: "examen", mark: "10.5"),
        ECUEMark("E1", ue: "MATHS", ecue: "td", mark: 12),
        ECUEMark("E2", ue: "MATHS", ecue: "examen", mark: 6),
        ECUEMark("E2", ue: "MATHS", ecue: "td", mark: 18),
      ], scheme: scheme)
    for row in UEOutcomes(marks) { print(row.student, row.ue, row.result, row.resits) }
    // E1 MATHS validated []
    // E2 MATHS rattrapage ["examen"]
    // end

    #expect(lines == ["E1 MATHS validated []", "E2 MATHS rattrapage [\"examen\"]"])
  }

  @Test func `the example of UEMarks prints what it says`() throws {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    // example: UEMarks
    let marks = try UEMarks([
      UEMark("E1", ue: "MATHS", mark: "15.5"), UEMark("E2", ue: "MATHS", mark: 12),
      UEMark("E3", ue: "MATHS", mark: 9, standing: .fx),
    ])
    for row in try MentionRules().graded(marks) {
      print(row.student, row.ue, row.mention, row.position ?? "-")
    }
    // E1 MATHS A 1
    // E2 MATHS C 2
    // E3 MATHS Fx -
    // end

    #expect(lines == ["E1 MATHS A 1", "E2 MATHS C 2", "E3 MATHS Fx -"])
  }

  @Test func `the example of MentionRules prints what it says`() throws {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    // example: MentionRules
    var rules = MentionRules()
    rules.bands = try MentionBands(shares: [20, 30, 50])
    rules.ties = .down
    rules.gapTolerance = 1
    let marks = try UEMarks([18, 17, 12, 11, 11].enumerated().map { UEMark("E\($0)", mark: $1) })
    let graded = try rules.graded(marks)
    print(graded.map(\.mention), graded.cohorts[0].cuts?.positions ?? [])
    // [A, A, C, C, C] [2, 2, 5]
    // end

    #expect(lines == ["[A, A, C, C, C] [2, 2, 5]"])
  }

  @Test func `the example of GPAs prints what it says`() throws {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    // example: GPAs
    let scheme = try GPAScheme(values: [.a: 4, .b: 3, .c: 2], ects: ["MATHS": 6, "SPORT": 2])
    let mentions = try UEMentions([
      UEMention("E1", ue: "MATHS", mention: .a), UEMention("E1", ue: "SPORT", mention: .c),
      UEMention("E2", ue: "MATHS", mention: .w),
    ])
    for row in try GPAs(mentions, scheme: scheme) { print(row.student, row.gpa ?? "-", row.ects) }
    // E1 7/2 8
    // E2 - 6
    // end

    #expect(lines == ["E1 7/2 8", "E2 - 6"])
  }

  @Test func `the example of CohortSummary prints what it says`() throws {
    var lines: [String] = []
    func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    // example: CohortSummary
    let parts: [[Mark]] = [[12, 15], [12, 9]]
    let summary = try CohortSummary(
      merging: parts.flatMap { try UEMarks($0.enumerated().map { UEMark("E\($0)", mark: $1) }).cohorts() })
    print(summary.marks, summary.counts)
    // [9, 12, 15] [1, 2, 1]
    // end

    #expect(lines == ["[9, 12, 15] [1, 2, 1]"])
  }
}

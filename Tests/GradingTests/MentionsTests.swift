import Foundation
import Palmares
import TestSupport
import Testing

struct MentionsTests {
  @Test func `a resit changes the place of nobody else, and a first mark is not in its own student's way`()
    throws
  {
    var random = SeededGenerator(48)
    var (moved, own) = (0, 0)
    for round in 0..<3_000 {
      var rules = MentionRules()
      rules.ties = TieRule.allCases[round % 2]
      rules.base = MentionBase.allCases[round / 2 % 2]
      let after = ReferenceMentions.random(&random, exact: round % 3 == 0)
      // Before the second session: who has a first mark validated with it.
      let before = after.map { student in
        student.first.map { ReferenceMentions.Student(mark: $0, standing: .firstSession) } ?? student
      }
      let old = try rules.graded(UEMarks(before)).placed
      let new = try rules.graded(UEMarks(after)).placed
      for (row, student) in after.enumerated() {
        if student.first == nil {
          #expect(old[row] == new[row], "round \(round)")
        } else if student.standing == .rattrapage, let mark = student.mark, let first = student.first {
          moved += 1
          // A mark that is no lower never loses places, one that is no higher never wins any.
          guard let was = old[row].position, let now = new[row].position else { continue }
          #expect(mark < first || now <= was)
          if rules.ties == .up { #expect(mark > first || now >= was) }
          if mark < first, now == was { own += 1 }
        }
      }
    }
    #expect(moved > 500 && own > 10, "\(moved) \(own)")
  }

  @Test(arguments: [nil, "1/3"] as [String?])
  func `a summary made in parts, on several machines, is that of the whole`(shift: String?) throws {
    var random = SeededGenerator(43)
    // A third of a mark more, and the marks are no multiples of a ten-thousandth.
    let marks = (0..<20_000).map { _ in
      let quarter = Int128.random(in: 0...76, using: &random)
      return shift == nil ? Fraction(quarter, 4) : Fraction(3 * quarter + 4, 12)
    }
    let column = MarkColumn(exact: marks)
    let whole = CohortSummary(column)
    #expect(whole.count == marks.count)
    for parts in [2, 7, 50] {
      var merged = CohortSummary.empty
      for part in (0..<parts).shuffled(using: &random) {
        let slice = marks[part * marks.count / parts..<(part + 1) * marks.count / parts]
        let summary = CohortSummary(MarkColumn(exact: Array(slice)))
        let sent = try JSONDecoder().decode(CohortSummary.self, from: JSONEncoder().encode(summary))
        #expect(sent == summary)
        merged = merged.merged(with: sent)
      }
      #expect(merged == whole)
      for ties in TieRule.allCases {
        let cuts = MentionCuts(.standard, count: merged.count)
        let expected = MentionPlacement(whole, cuts: cuts, ties: ties).mentions(column)
        let placement = MentionPlacement(merged, cuts: cuts, ties: ties)
        #expect(placement.mentions(column) == expected)
        // A part whose marks are numbered otherwise.
        let few = MarkColumn(exact: Array(marks.prefix(5)))
        #expect(placement.mentions(few) == Array(expected.prefix(5)))
      }
    }
    for threads in [1, 3] { #expect(CohortSummary(column, workers: Workers(count: threads)) == whole) }
  }

  @Test func `what is no summary is not taken for one`() {
    for text in [
      #"{"marks":["1","1"],"counts":[1,1]}"#, #"{"marks":["21"],"counts":[1]}"#,
      #"{"marks":["1"],"counts":[0]}"#, #"{"marks":["1"],"counts":[]}"#, #"{"marks":["x"],"counts":[1]}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(CohortSummary.self, from: Data(text.utf8))
      }
    }
  }

  @Test func `many UEs at once give what each gives alone, whatever their number and size`() throws {
    var random = SeededGenerator(45)
    for ueCount in [1, 3, 200] {
      let rows = 20_000
      let ues = (0..<rows).map { _ in Int32(min(ueCount - 1, Int.random(in: 0..<2 * ueCount, using: &random)))
      }
      let marks = (0..<rows).map { _ in
        OptionalMark(uncheckedUnits: Int32.random(in: 0...2_000, using: &random) * 100)
      }
      let standings = (0..<rows).map { _ in Bool.random(using: &random) ? Standing.firstSession : .rattrapage
      }
      let names = IdentifierColumn((0..<ueCount).map { "U\($0)" })
      func students(_ rows: Int) -> IdentifierColumn { IdentifierColumn((0..<rows).map { "E\($0)" }) }
      let all = UEMarks(
        students(rows), MarkColumn(marks), standings: standings, ues: IdentifierNumbers(ues, of: names),
        isExact: false
      ).cohorts()
      for ue in 0..<ueCount {
        let own = (0..<rows).filter { ues[$0] == ue }
        let alone = UEMarks(
          students(own.count), MarkColumn(own.map { marks[$0] }), standings: own.map { standings[$0] },
          isExact: false
        ).cohorts()
        #expect(alone == [all[ue]])
      }
    }
  }

  @Test func `shares that do not add to 100 are refused`() {
    #expect(throws: GradingError.sharesNotHundred) { try MentionBands(shares: [10, 25, 30, "35.0001"]) }
    #expect(throws: GradingError.sharesNotHundred) {
      try MentionBands(shares: [10, 25, 30, 922_337_203_685_477])
    }
    #expect(throws: GradingError.shareCount(1)) { try MentionBands(shares: [100]) }
    #expect(throws: GradingError.shareCount(5)) { try MentionBands(shares: [20, 20, 20, 20, 20]) }
  }
}

/// The rule of mentions compared with the same written out slowly, and at full size.
struct MentionsExhaustiveTests {
  private let shares = [
    [10, 25, 30, 35], [0, 50, 0, 50], [100, 0, 0, 0], [25, 25, 25, 25], [33, 33, 33, 1],
  ]

  @Test func `mentions are those of the rule written out slowly, on thousands of small cohorts`() throws {
    var random = SeededGenerator(41)
    for round in 0..<2_400 {
      let students = ReferenceMentions.random(&random, exact: round % 3 == 0)
      let percent = shares[round % shares.count]
      var rules = MentionRules()
      rules.bands = try MentionBands(shares: percent.map { FixedDecimal(integerLiteral: Int64($0)) })
      rules.ties = TieRule.allCases[round / 2 % 2]
      rules.rounding = CutRounding.allCases[round / 4 % 3]
      rules.base = MentionBase.allCases[round / 12 % 2]
      let marks = UEMarks(students)
      let graded = try rules.graded(marks)
      let count = ReferenceMentions.size(students, rules.base)
      let cuts = ReferenceMentions.cuts(count, percent, rules.rounding)
      #expect(graded.cohorts[0].cuts?.positions == cuts)
      let expected = ReferenceMentions.place(
        students, cuts: cuts, mentions: [.aPlus, .a, .b, .c], ties: rules.ties)
      #expect(graded.placed == expected, "round \(round)")
    }
  }

  @Test func `rattrapage rows change no byte of another row, in a thousand random cohorts`() throws {
    var random = SeededGenerator(42)
    var added = 0
    for round in 0..<1_000 {
      let students = ReferenceMentions.random(&random)
      let rows = students.enumerated().map { index, student in
        let note = student.mark.map { $0.decimalText() } ?? ""
        return (
          isRattrapage: student.standing == .rattrapage, text: "E\(index),\(note),\(student.standing.csvWord)"
        )
      }
      added += rows.count(where: \.isRattrapage)
      func lines(_ rows: [(isRattrapage: Bool, text: String)]) throws -> [String] {
        var rules = MentionRules()
        rules.ties = TieRule.allCases[round % 2]
        return try mentions("eleve,note,statut\n" + rows.map { $0.text + "\n" }.joined(), rules)
      }
      let whole = try lines(rows)
      let without = try lines(rows.filter { !$0.isRattrapage })
      let kept = zip(["eleve"] + rows.map(\.text), whole).enumerated().filter {
        $0.offset == 0 || !rows[$0.offset - 1].isRattrapage
      }.map(\.element.1)
      #expect(kept == without)
    }
    #expect(added > 300)
  }

  @Test(arguments: [100, 5_000] as [Int32])
  func `the shares of 1 000 000 marks are met within the largest tie group`(step: Int32) {
    var random = SeededGenerator(44)
    let marks = (0..<1_000_000).map { _ in
      let word = random.next()
      let sum = Int32(word & 0xFFFF) + Int32(word >> 16 & 0xFFFF) + Int32(word >> 32 & 0xFFFF)
      return OptionalMark(uncheckedUnits: sum / step * step)
    }
    let summary = CohortSummary(marks)
    let column = MarkColumn(marks)
    let largest = summary.counts.max() ?? 0
    for ties in TieRule.allCases {
      let placement = MentionPlacement(
        summary, cuts: MentionCuts(.standard, count: summary.count), ties: ties)
      let mentions = placement.mentions(column)
      var counts = [Int](repeating: 0, count: 4)
      for mention in mentions.compactMap(\.self) { counts[Int(mention.rawValue)] += 1 }
      #expect(abs(counts[0] - 100_000) <= largest)
      #expect(abs(counts[0] + counts[1] - 350_000) <= largest)
      #expect(abs(counts[0] + counts[1] + counts[2] - 650_000) <= largest)
      for row in stride(from: 0, to: marks.count, by: 997) {
        #expect(placement.mention(marks[row].units) == mentions[row])
        let mark = Fraction(Int128(marks[row].units), 10_000)
        #expect(placement.mention(of: mark) == mentions[row])
        #expect(placement.position(of: mark) == placement.position(marks[row].units))
      }
    }
  }
}

import Palmares
import TestSupport
import Testing

struct UEOutcomeTests {
  private let ue = UE(
    "U", ects: 5,
    ecues: [
      ECUE("a", weight: 2, minimum: 8), ECUE("b", weight: 1, minimum: 7), ECUE("c", weight: 1, minimum: 7),
    ])

  private func outcome(
    _ first: [SessionMark], _ second: [SessionMark?] = [nil, nil, nil], _ rule: FinalMarkRule = .best
  ) -> UEOutcome { ue.outcome(first: first, second: second, finalMark: rule) }

  @Test func `compensation stops at the minimum of an ECUE`() {
    #expect(outcome([8, 12, 12]).result == .validated)
    #expect(outcome([8, 12, 12]).mean == 10)
    let below = outcome(["7.9999", 20, 20])
    #expect(below.result == .rattrapage && below.resits == [0] && below.mean == Fraction(279_999, 20_000))
    #expect(outcome([10, 10, 10]).result == .validated)
  }

  @Test func `where only the mean is too low, what lies below the threshold is resat`() {
    let low = outcome(["9.9999", 10, 10])
    #expect(low.result == .rattrapage && low.resits == [0])
    #expect(outcome([8, 11, 9]).resits == [0, 2])
    // A minimum missed goes first.
    #expect(outcome([8, 6, 9]).resits == [1])
  }

  @Test func `an unexcused absence counts 0`() {
    let absent = outcome([20, 20, .unexcused])
    #expect(absent.mean == 15 && absent.result == .rattrapage && absent.resits == [2])
  }

  @Test func `V is a mark to come: the UE waits, however little it weighs`() {
    #expect(outcome([12, .excused, 10]).result == .waiting && outcome([12, .excused, 10]).mean == nil)
    #expect(outcome([.excused, .excused, .excused]).result == .waiting)
    // Exempted ECUEs are no part of the UE.
    #expect(outcome([.exempted, .excused, 12]).result == .waiting)
    // What is below its minimum is to be resat whatever is still to come.
    #expect(outcome([7, .excused, 12]).resits == [0])
  }

  @Test func `what is sat for the first time at the second session is no resit`() {
    let valid = outcome([.excused, 12, 12], [8, nil, nil])
    #expect(valid.result == .validated && valid.mean == 10 && valid.session == 2 && valid.firstMean == nil)
    // Below its minimum, or the mean below the threshold: still to be resat, while one that was resat is not.
    #expect(outcome([.excused, 12, 12], [7, nil, nil]).result == .rattrapage)
    #expect(outcome([.excused, 11, 11], [8, nil, nil]).resits == [0])
    #expect(outcome([.excused, 12, 12], [.unexcused, nil, nil]).resits == [0])
    #expect(outcome([7, 12, 12], [7, nil, nil]).result == .f)
    // An absence without excuse was an evaluation: what follows is its resit.
    #expect(outcome([.unexcused, 12, 12], [7, nil, nil]).result == .f)
    #expect(outcome([.unexcused, 12, 12], [.excused, nil, nil]).result == .waiting)
  }

  @Test(
    arguments: [
      // What the only ECUE comes to, minimum 8, best of both, by session 1 and session 2.
      (SessionMark.mark(12), nil, UEResult.validated), (12, .mark(5), .validated),
      (12, .unexcused, .validated),
      (12, .excused, .validated), (12, .exempted, .exempted), (12, .failed, .f),
      (6, nil, .rattrapage), (6, .mark(9), .validated), (6, .mark(7), .f), (6, .unexcused, .f),
      (6, .excused, .waiting), (6, .exempted, .exempted), (6, .failed, .f),
      (.unexcused, nil, .rattrapage), (.unexcused, .mark(9), .validated), (.unexcused, .mark(7), .f),
      (.unexcused, .unexcused, .f), (.unexcused, .excused, .waiting), (.unexcused, .exempted, .exempted),
      (.unexcused, .failed, .f),
      (.excused, nil, .waiting), (.excused, .mark(9), .validated), (.excused, .mark(7), .rattrapage),
      (.excused, .unexcused, .rattrapage), (.excused, .excused, .waiting), (.excused, .exempted, .exempted),
      (.excused, .failed, .f),
      (.exempted, nil, .exempted), (.exempted, .mark(9), .exempted), (.failed, nil, .f),
      (.failed, .mark(9), .f),
    ] as [(SessionMark, SessionMark?, UEResult)])
  func `the outcome is right for each mark of a first session with each of a second`(
    first: SessionMark, second: SessionMark?, result: UEResult
  ) {
    let ue = UE("U", ects: 1, threshold: 8, ecues: [ECUE("a", weight: 1, minimum: 8)])
    #expect(ue.outcome(first: [first], second: [second], finalMark: .best).result == result)
  }

  @Test func `who has W in one ECUE leaves it out, and in all of them is exempt from the UE`() {
    #expect(outcome([.exempted, 12, 13]).mean == Fraction(25, 2))
    #expect(outcome([.exempted, .exempted, .exempted]).result == .exempted)
  }

  @Test func `a UE with F is failed by the council, and stays so`() {
    #expect(outcome([20, .failed, 20]).result == .f)
    #expect(outcome([20, .failed, 20]).resits.isEmpty)
  }

  @Test func `the final mark is the better one, the second one, or a weighted mean`() {
    let (first, second): ([SessionMark], [SessionMark?]) = ([6, 12, 12], [9, nil, nil])
    #expect(outcome(first, second).mean == Fraction(42, 4))
    #expect(outcome(first, [5, nil, nil]).mean == 9)
    #expect(outcome(first, [5, nil, nil], .replace).mean == Fraction(34, 4))
    let mean = outcome(first, second, .mean(first: 1, second: "0.5"))
    // a: (6 + 9/2) / 1.5 = 7, below its minimum.
    #expect(mean.mean == Fraction(38, 4) && mean.result == .f && mean.session == 2)
  }

  @Test func `an ECUE is resat once`() {
    #expect(outcome([6, 6, 12], [12, nil, nil]).result == .rattrapage)
    #expect(outcome([6, 6, 12], [12, nil, nil]).resits == [1])
    #expect(outcome([6, 6, 12], [7, nil, nil]).result == .f)
    #expect(outcome([6, 6, 12], [12, 8, nil]).result == .validated)
    #expect(outcome([8, 9, 9], [9, 9, 9]).result == .f)
    // Away from the resit with an excuse: it waits.
    #expect(outcome([6, 12, 12], [.excused, nil, nil]).result == .waiting)
    #expect(outcome([6, 12, 12], [.unexcused, nil, nil]).result == .f)
  }

  @Test func `who had validated and resits keeps the first mean`() {
    let better = outcome([10, 10, 10], [14, nil, nil])
    #expect(better.session == 2 && better.firstMean == 10 && better.mean == 12)
    let same = outcome([10, 10, 10], [4, nil, nil])
    #expect(same.session == 1 && same.firstMean == nil && same.mean == 10)
    let came = outcome([.excused, 10, 10], [12, nil, nil])
    #expect(came.session == 2 && came.firstMean == nil && came.result == .validated)
    // An exemption is no evaluation: who gets one later is still of the first session.
    let exempted = outcome([12, 10, 10], [.exempted, nil, nil])
    #expect(exempted.session == 1 && exempted.firstMean == nil && exempted.mean == 10)
    let failed = outcome([12, 10, 10], [.failed, nil, nil])
    #expect(failed.result == .f && failed.session == 2 && failed.firstMean == 11)
  }

  @Test func `a threshold above 10 is refused, and so is what cannot weigh`() {
    func scheme(_ ecue: ECUE, threshold: Mark = 10) throws -> UEScheme {
      try UEScheme(ues: [UE("U", ects: 5, threshold: threshold, ecues: [ecue])])
    }
    #expect(throws: UESchemeError.thresholdAboveTen(ue: "U", ecue: nil)) {
      try scheme(ECUE("a", weight: 1), threshold: "10.0001")
    }
    #expect(throws: UESchemeError.thresholdAboveTen(ue: "U", ecue: "a")) {
      try scheme(ECUE("a", weight: 1, minimum: 11))
    }
    #expect(throws: UESchemeError.weight(ecue: "a", ue: "U")) { try scheme(ECUE("a", weight: 0)) }
    #expect(throws: UESchemeError.noECUE(ue: "U")) { try UEScheme(ues: [UE("U", ects: 5, ecues: [])]) }
    #expect(throws: UESchemeError.noUE) { try UEScheme(ues: []) }
  }

  @Test func `outcomes are those of the rules written out slowly, on thousands of students`() {
    var random = SeededGenerator(51)
    var results: [UEResult: Int] = [:]
    for _ in 0..<20_000 {
      let example = RandomUE(&random)
      let (first, second) = example.marks(&random)
      let outcome = example.ue.outcome(first: first, second: second, finalMark: example.rule)
      #expect(
        ReferenceOutcome(outcome) == ReferenceOutcome(example.ue, first, second, example.rule),
        "\(example) \(first) \(second)")
      results[outcome.result, default: 0] += 1
      // 10/20 everywhere always validates.
      #expect(
        example.ue.outcome(
          first: first.map { _ in SessionMark.mark(10) }, second: first.map { _ in nil },
          finalMark: example.rule
        ).result == .validated)
    }
    #expect(UEResult.allCases.allSatisfy { results[$0, default: 0] > 100 }, "\(results)")
  }

  @Test func `results in memory give the mentions that their file gives`() throws {
    var random = SeededGenerator(52)
    var kept = 0
    for round in 0..<300 {
      let examples = (0..<3).map { RandomUE(&random, name: "U\($0)") }
      let scheme = try UEScheme(ues: examples.map(\.ue), finalMark: examples[0].rule)
      let students = (0..<12).map { "E\(10 + $0)" }
      let marks = students.indices.flatMap { student in
        examples.indices.map { ue in
          let (first, second) = examples[ue].marks(&random)
          return StudentMarks(student: student, ue: ue, first: first, second: second)
        }
      }
      let outcomes = UEOutcomes(
        scheme, students: IdentifierColumn(students), hasSessions: true, count: marks.count
      ) { marks[$0] }
      var rules = MentionRules()
      rules.ties = TieRule.allCases[round % 2]
      rules.base = MentionBase.allCases[round / 2 % 2]
      let graded = try rules.graded(UEMarks(outcomes))
      kept += graded.marks.kept.count
      let memory = try MentionsTable(graded).text().split(separator: "\n").map(String.init)
      #expect(try mentions(UEResultsTable(outcomes).text(), rules) == memory)
      // The same from rows, which anybody can make.
      let rows = outcomes.map { outcome in
        UEMark(
          outcome.student, ue: outcome.ue, mean: outcome.mean,
          standing: outcome.result.standing(session: outcome.session), firstMean: outcome.firstMean)
      }
      #expect(try rules.graded(UEMarks(rows)).elementsEqual(graded))
    }
    #expect(kept > 100)
  }
}

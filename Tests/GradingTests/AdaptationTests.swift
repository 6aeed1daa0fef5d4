import Palmares
import TestSupport
import Testing

/// Cohorts on the edge: of 0, 1, 2, 3, 7; all equal; two values; one absent (V, who does not count).
private let edges: [(name: String, students: [ReferenceMentions.Student])] = {
  func cohort(_ marks: [Int128]) -> [ReferenceMentions.Student] {
    marks.map { .init(mark: Fraction($0, 2), standing: .firstSession) }
  }
  return [
    ("nobody", []), ("one", cohort([24])), ("two", cohort([30, 20])), ("three", cohort([30, 28, 20])),
    ("seven", cohort([39, 33, 32, 31, 27, 24, 20])), ("all equal", cohort([25, 25, 25, 25, 25, 25])),
    ("two values", cohort([30, 30, 30, 30, 22, 22])),
    ("one absent", cohort([36, 30, 24]) + [.init(mark: nil, standing: .v)]),
    ("only a rattrapage", [.init(mark: Fraction(11, 1), standing: .rattrapage)]),
  ]
}()

private func graded(_ students: [ReferenceMentions.Student], _ rules: MentionRules) throws -> GradedMarks {
  try rules.graded(UEMarks(students))
}

struct AdaptationTests {
  @Test func `a cohort below the minimum is pass/fail, and one at it is not`() throws {
    for (name, students) in edges {
      let count = students.count { $0.standing == .firstSession }
      for minimum in 0...8 {
        var rules = MentionRules()
        rules.minimumCohort = minimum
        rules.classes = 2
        let graded = try graded(students, rules)
        let cohort = graded.cohorts[0]
        #expect((cohort.cuts == nil) == (count < minimum), "\(name), \(minimum)")
        guard count < minimum else { continue }
        #expect(cohort.steps.map(\.adaptation) == [.minimumCohort] && cohort.steps[0].after == nil)
        for (student, placed) in zip(students, graded.placed) {
          #expect(placed == .init(mention: student.standing.fixedMention ?? .passed, position: nil))
        }
        let changed = graded.changes[0][0].map(\.row)
        #expect(changed == students.indices.filter { students[$0].standing.fixedMention == nil })
      }
    }
  }

  @Test(arguments: [(2, [Mention.a, .c]), (3, [.a, .b, .c]), (4, [.aPlus, .a, .b, .c])])
  func `fewer classes keep the cuts between those left`(classes: Int, mentions: [Mention]) throws {
    for (name, students) in edges {
      var rules = MentionRules()
      rules.classes = classes
      let after = try graded(students, rules)
      let cohort = after.cohorts[0]
      let before = try graded(students, MentionRules())
      #expect(cohort.cuts?.mentions == mentions, "\(name)")
      let kept = zip([Mention.aPlus, .a, .b, .c], before.cohorts[0].cuts?.positions ?? []).filter {
        mentions.contains($0.0)
      }
      #expect(cohort.cuts?.positions == kept.map(\.1))
      // Nobody's mention rises, and the report names exactly those whose mention changed.
      let (old, new) = (before.placed, after.placed)
      #expect(zip(old, new).allSatisfy { $0.mention.rawValue <= $1.mention.rawValue })
      let changed = after.changes[0][0].map(\.row)
      #expect(changed == students.indices.filter { old[$0] != new[$0] && old[$0].mention != new[$0].mention })
    }
  }

  @Test func `a tilt that lands on a step exactly is seen as equal to it`() throws {
    // Two UEs of 100, marks 0 and 1: the mean is 1/2, the deviation 1/2, and the standardised means ±1 apart
    // by the counts. With 80 ones against 20, z = ±0.6; at strength 1 the cut of 50 % is 100 · (0.5 ± 0.15).
    let cohorts = [80, 20].map { ones in
      CohortSummary(marks: [Fraction(0, 1), Fraction(1, 1)], counts: [100 - ones, ones])
    }
    var rules = MentionRules()
    rules.bands = try MentionBands(shares: [50, 50])
    rules.strength = 1
    for rounding in CutRounding.allCases {
      rules.rounding = rounding
      #expect(try rules.graded(cohorts).map { $0.cuts?.positions[0] } == [65, 35])
    }
  }

  @Test func `a single UE, and UEs all equal, are left as they are`() throws {
    for (name, students) in edges {
      var rules = MentionRules()
      rules.strength = 1
      let cohort = try graded(students, rules).cohorts[0]
      let plain = try graded(students, MentionRules()).cohorts[0]
      #expect(cohort.cuts == plain.cuts, "\(name)")
      let twice = try rules.graded(UEMarks(students).cohorts() + UEMarks(students).cohorts())
      #expect(twice.map(\.cuts) == [plain.cuts, plain.cuts])
    }
  }

  @Test func `exact marks without a common denominator have no gaps, and keep their order`() throws {
    let marks = (1...40).map { Fraction(1, 1_000_000_007 + 2 * Int128($0) * 1_000_003) }
    let students = marks.map { ReferenceMentions.Student(mark: $0, standing: .firstSession) }
    var rules = MentionRules()
    let placed = try graded(students, rules).placed
    #expect(placed.compactMap(\.position) == Array(1...40))
    rules.gapTolerance = 1
    #expect(throws: GradingError.exactMarksTooFine) { try graded(students, rules) }
  }
}

/// Cuts compared with a slow computation of them, over many random cohorts.
struct AdaptationExhaustiveTests {
  @Test func `cuts move to the widest gap in reach, as trying every position finds`() throws {
    var random = SeededGenerator(46)
    var moved = 0
    for round in 0..<1_500 {
      let students = round < edges.count ? edges[round].students : ReferenceMentions.random(&random)
      var rules = MentionRules()
      rules.gapTolerance = Int.random(in: 1...4, using: &random)
      let graded = try graded(students, rules)
      let cohort = graded.cohorts[0]
      let marks = students.compactMap { $0.first ?? ($0.standing == .firstSession ? $0.mark : nil) }
      let before = ReferenceMentions.cuts(marks.count, [10, 25, 30, 35], .nearest)
      let expected =
        before.dropLast().map {
          ReferenceMentions.movedToGap($0, marks, tolerance: rules.gapTolerance)
        } + [marks.count]
      #expect(cohort.cuts?.positions == expected, "\(marks.map(\.description)) \(rules.gapTolerance)")
      #expect(cohort.steps.first?.before.positions == before)
      if expected != before { moved += 1 }
      let reference = ReferenceMentions.place(
        students, cuts: expected, mentions: [.aPlus, .a, .b, .c], ties: .up)
      #expect(graded.placed == reference)
    }
    #expect(moved > 500)
  }

  @Test func `harmonised cuts lie where the formula puts them, bracketed by whole numbers`() throws {
    var random = SeededGenerator(47)
    var (tilted, limited) = (0, 0)
    for round in 0..<168 {
      let cohorts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let shift = Int128.random(in: 0...30, using: &random)
        return (0..<Int.random(in: 0...40, using: &random)).map { _ in
          round % 4 == 0
            ? Fraction(shift + Int128.random(in: 0...20, using: &random), 3)
            : Fraction(shift + Int128.random(in: 0...40, using: &random), 4)
        }
      }
      let strength = [FixedDecimal(0), "0.3", 1, 4][round % 4 == 0 ? 2 : round % 4]
      var rules = MentionRules()
      rules.strength = strength
      rules.rounding = CutRounding.allCases[round % 3]
      let summaries = cohorts.map { CohortSummary(MarkColumn(exact: $0)) }
      rules.base = MentionBase.allCases[round / 3 % 2]
      let sizes = cohorts.map { $0.count + (rules.base == .promotion ? round % 7 : 0) }
      let graded = try rules.graded(summaries, promotions: sizes)
      let factors = Self.factors(cohorts, Double(strength.units) / 1e15)
      for (ue, cohort) in graded.enumerated() {
        guard let k = factors[ue] else { continue }
        if k != 0 { tilted += 1 }
        if abs(k) == 1 { limited += 1 }
        for (cut, share) in zip(cohort.cuts?.positions ?? [], [0.1, 0.35, 0.65, 1]) {
          let exact = Double(sizes[ue]) * (share + k * share * (1 - share))
          // A float's doubt is far below this; where a cut lies that near a step, either side may be right.
          let doubt = 1e-6
          let range: (Double) -> Double = { value in
            switch rules.rounding {
            case .nearest: (value + 0.5).rounded(.down)
            case .up: value.rounded(.up)
            case .down: value.rounded(.down)
            }
          }
          #expect(
            range(exact - doubt)...range(exact + doubt) ~= Double(cut), "round \(round), UE \(ue): \(exact)")
        }
      }
    }
    #expect(tilted > 84 && limited > 4)
  }

  /// The factor k of the formula for each UE; nil for a cohort of nobody.
  private static func factors(_ cohorts: [[Fraction]], _ strength: Double) -> [Double?] {
    let values = cohorts.map { $0.map(ReferenceMentions.value) }
    let all = values.flatMap { $0 }
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    return values.map { cohort in
      guard !cohort.isEmpty else { return nil }
      guard variance > 1e-12 else { return 0 }
      let own = cohort.reduce(0, +) / Double(cohort.count)
      return max(-1, min(1, strength * (own - mean) / variance.squareRoot()))
    }
  }
}

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
    _ first: [ECUEMark], _ second: [ECUEMark?] = [nil, nil, nil], _ rule: FinalMarkRule = .best
  ) -> UEOutcome { ue.outcome(first: first, second: second, finalMark: rule) }

  @Test func `compensation stops at the minimum of an ECUE`() {
    #expect(outcome([8, 12, 12]).result == .valide)
    #expect(outcome([8, 12, 12]).mean == 10)
    let below = outcome(["7.9999", 20, 20])
    #expect(below.result == .rattrapage && below.resits == [0] && below.mean == Fraction(279_999, 20_000))
    #expect(outcome([10, 10, 10]).result == .valide)
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

  @Test func `V leaves a UE where it has at most half of the weight, together with the others`() {
    #expect(outcome([12, .excused, 10]).mean == Fraction(34, 3))
    #expect(outcome([.excused, 12, 10]).result == .valide)
    #expect(outcome([.excused, .excused, 10]).result == .attente)
    #expect(outcome([.excused, .excused, 10]).mean == nil)
    #expect(outcome([12, .excused, .excused]).result == .valide)
    // Exempted ECUEs weigh nothing: b is then most of what is left.
    #expect(outcome([.exempted, .excused, .excused]).result == .attente)
    #expect(outcome([.exempted, .excused, 12]).result == .valide)
  }

  @Test func `W leaves the UE, all of them exempt from it`() {
    #expect(outcome([.exempted, 12, 13]).mean == Fraction(25, 2))
    #expect(outcome([.exempted, .exempted, .exempted]).result == .dispense)
  }

  @Test func `F is the council's, and final`() {
    #expect(outcome([20, .failed, 20]).result == .f)
    #expect(outcome([20, .failed, 20]).resits.isEmpty)
  }

  @Test func `the final mark is the better one, the second one, or a weighted mean`() {
    let (first, second): ([ECUEMark], [ECUEMark?]) = ([6, 12, 12], [9, nil, nil])
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
    #expect(outcome([6, 6, 12], [12, 8, nil]).result == .valide)
    #expect(outcome([8, 9, 9], [9, 9, 9]).result == .f)
    // Away from the resit with an excuse: it waits.
    #expect(outcome([6, 12, 12], [.excused, nil, nil]).result == .attente)
    #expect(outcome([6, 12, 12], [.unexcused, nil, nil]).result == .f)
  }

  @Test func `who had validated and resits keeps the first mean`() {
    let better = outcome([10, 10, 10], [14, nil, nil])
    #expect(better.session == 2 && better.firstMean == 10 && better.mean == 12)
    let same = outcome([10, 10, 10], [4, nil, nil])
    #expect(same.session == 1 && same.firstMean == nil && same.mean == 10)
    let came = outcome([.excused, .excused, 10], [12, nil, nil])
    #expect(came.session == 2 && came.firstMean == nil && came.result == .valide)
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

  @Test func `agrees with the rules written out slowly on thousands of students`() {
    var random = SeededGenerator(51)
    var results: Set<UEResult> = []
    for _ in 0..<20_000 {
      let ecues = (0..<Int.random(in: 1...4, using: &random)).map { index in
        ECUE(
          "\(index)", weight: FixedDecimal(tenThousandths: .random(in: 1...4, using: &random) * 5_000),
          minimum: Mark(tenThousandths: .random(in: 5...10, using: &random) * 10_000) ?? 0)
      }
      let ue = UE(
        "U", ects: 1, threshold: Mark(tenThousandths: .random(in: 16...20, using: &random) * 5_000) ?? 10,
        ecues: ecues
      )
      // Now and then marks of all decimals.
      let half = Mark("0.5").units
      let fine: Int64 = Int.random(in: 0..<4, using: &random) == 0 ? .random(in: -9...9, using: &random) : 0
      func mark() -> ECUEMark {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: .unexcused
        case 1...3: .excused
        case 4, 5: .exempted
        case 6: .failed
        default: Mark(units: fine + .random(in: 10...30, using: &random) * half).map(ECUEMark.mark) ?? .failed
        }
      }
      let first = ecues.map { _ in mark() }
      let isFirstOnly = Bool.random(using: &random)
      let second = ecues.map { _ in
        isFirstOnly || Bool.random(using: &random) ? nil : Optional(mark())
      }
      let rule =
        [FinalMarkRule.best, .replace, .mean(first: 1, second: 3)].randomElement(using: &random) ?? .best
      let outcome = ue.outcome(first: first, second: second, finalMark: rule)
      let (mean, result) = Self.reference(ue, first, second, rule)
      #expect(outcome.result == result && outcome.mean == mean, "\(ue) \(first) \(second) \(rule)")
      results.insert(outcome.result)
      // 10/20 everywhere always validates.
      #expect(
        ue.outcome(
          first: ecues.map { _ in ECUEMark.mark(10) }, second: ecues.map { _ in nil }, finalMark: rule
        ).result == .valide)
    }
    #expect(results == Set(UEResult.allCases))
  }

  /// Sentence by sentence, in fractions of whole numbers.
  private static func reference(
    _ ue: UE, _ first: [ECUEMark], _ second: [ECUEMark?], _ rule: FinalMarkRule
  ) -> (Fraction?, UEResult) {
    func units(_ mark: ECUEMark?) -> Int128? {
      switch mark {
      case .mark(let mark): Int128(mark.units)
      case .unexcused: 0
      default: nil
      }
    }
    let kept = ue.ecues.indices.filter { first[$0] != .exempted && second[$0] != .exempted }
    // Final marks in quarters of 10⁻¹⁵.
    let finals = kept.map { index -> Int128? in
      guard let a = units(first[index]) else { return units(second[index]).map { 4 * $0 } }
      guard let b = units(second[index]) else { return 4 * a }
      return switch rule {
      case .best: 4 * max(a, b)
      case .replace: 4 * b
      case .mean: a + 3 * b
      }
    }
    let weights = kept.map { ue.ecues[$0].weight.units / FixedDecimal("0.5").units }
    let all = weights.reduce(0, +)
    let counted = zip(finals, weights).reduce(Int128(0)) { $1.0 == nil ? $0 : $0 + $1.1 }
    let sum = zip(finals, weights).reduce(Int128(0)) { $0 + ($1.0 ?? 0) * $1.1 }
    let waits = (all - counted) * 2 > all
    let mean = counted > 0 && !waits ? Fraction(sum, 4 * FixedDecimal.unitsPerOne * counted) : nil
    if (first + second.compactMap(\.self)).contains(.failed) { return (mean, .f) }
    if kept.isEmpty { return (nil, .dispense) }
    guard let mean else { return (nil, .attente) }
    func below(_ bound: (Int) -> Mark) -> [Int] {
      zip(kept, finals).filter { index, final in final.map { $0 < 4 * Int128(bound(index).units) } ?? false }
        .map(\.0)
    }
    let missed = below { ue.ecues[$0].minimum }
    if missed.isEmpty, mean >= ue.threshold.decimal.fraction { return (mean, .valide) }
    let wanted = missed.isEmpty ? below { _ in ue.threshold } : missed
    if missed.contains(where: { units(second[$0]) != nil }) { return (mean, .f) }
    let left = wanted.filter { units(second[$0]) == nil }
    if left.isEmpty { return (mean, .f) }
    return (mean, left.contains { second[$0] == .excused } ? .attente : .rattrapage)
  }
}

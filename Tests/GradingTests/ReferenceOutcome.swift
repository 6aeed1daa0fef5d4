import Palmares
import TestSupport

/// The rules of a UE written out slowly, an ECUE and a sentence at a time, with fractions: nothing shared with
/// the library but the exact types.
struct ReferenceOutcome: Equatable {
  var result: UEResult
  var mean: Fraction?
  var resits: [Int]
  var session: Int
  var firstMean: Fraction?

  init(_ outcome: UEOutcome) {
    (result, mean, resits) = (outcome.result, outcome.mean, outcome.resits)
    (session, firstMean) = (outcome.session, outcome.firstMean)
  }

  init(_ ue: UE, _ first: [SessionMark], _ second: [SessionMark?], _ rule: FinalMarkRule) {
    let before = Self.decide(ue, first, first.map { _ in nil }, rule)
    let after = Self.decide(ue, first, second, rule)
    (result, mean, resits) = after
    let isSecondSat = second.contains {
      switch $0 {
      case .mark, .unexcused, .failed: true
      case .excused, .exempted, nil: false
      }
    }
    let isStillTheSame = before.0 == .validated && after.0 == .validated && before.1 == after.1
    session = isSecondSat && !isStillTheSame ? 2 : 1
    firstMean = session == 2 && before.0 == .validated ? before.1 : nil
  }

  /// What an ECUE comes to.
  private enum Final {
    case failed, exempted, toCome
    case counted(Fraction, isResat: Bool, isResitToCome: Bool)
  }

  private static func final(_ first: SessionMark, _ second: SessionMark?, _ rule: FinalMarkRule) -> Final {
    func value(_ mark: SessionMark) -> Fraction {
      if case .mark(let mark) = mark { mark.decimal.fraction } else { 0 }
    }
    switch (first, second) {
    case (.failed, _), (_, .failed): return .failed
    case (.exempted, _), (_, .exempted): return .exempted
    case (.excused, nil), (.excused, .excused): return .toCome
    case (.excused, let late?): return .counted(value(late), isResat: false, isResitToCome: false)
    case (_, nil): return .counted(value(first), isResat: false, isResitToCome: false)
    case (_, .excused): return .counted(value(first), isResat: false, isResitToCome: true)
    case (_, let again?):
      let (one, two) = (value(first), value(again))
      let mark: Fraction =
        switch rule {
        case .best: max(one, two)
        case .replace: two
        case .mean(let a, let b): weightedMean([(one, a.fraction), (two, b.fraction)]) ?? 0
        }
      return .counted(mark, isResat: true, isResitToCome: false)
    }
  }

  private static func decide(
    _ ue: UE, _ first: [SessionMark], _ second: [SessionMark?], _ rule: FinalMarkRule
  ) -> (UEResult, Fraction?, [Int]) {
    let finals = ue.ecues.indices.map { final(first[$0], second[$0], rule) }
    func isLow(_ index: Int, _ bound: Mark) -> Bool {
      if case .counted(let mark, _, _) = finals[index] { mark < bound.decimal.fraction } else { false }
    }
    func isResat(_ index: Int) -> Bool {
      if case .counted(_, true, _) = finals[index] { true } else { false }
    }
    func isResitToCome(_ index: Int) -> Bool {
      if case .counted(_, _, true) = finals[index] { true } else { false }
    }
    var counted: [(Fraction, Fraction)] = []
    var (waits, fails) = (false, false)
    for (ecue, final) in zip(ue.ecues, finals) {
      switch final {
      case .failed: fails = true
      case .exempted: break
      case .toCome: waits = true
      case .counted(let mark, _, _): counted.append((mark, ecue.weight.fraction))
      }
    }
    // A mark that is to come leaves no mean, and a failure annuls the marks.
    let mean = waits || fails ? nil : weightedMean(counted)
    if fails { return (.f, mean, []) }
    let missed = ue.ecues.indices.filter { isLow($0, ue.ecues[$0].minimum) }
    if waits { return (.waiting, nil, missed.filter { !isResat($0) }) }
    guard let mean else { return (.exempted, nil, []) }
    if missed.isEmpty, mean >= ue.threshold.decimal.fraction { return (.validated, mean, []) }
    if missed.contains(where: isResat) { return (.f, mean, []) }
    let wanted = missed.isEmpty ? ue.ecues.indices.filter { isLow($0, ue.threshold) } : missed
    let left = wanted.filter { !isResat($0) }
    if left.isEmpty { return (.f, mean, []) }
    return (left.contains(where: isResitToCome) ? .waiting : .rattrapage, mean, left)
  }

  /// Nil without a weight.
  private static func weightedMean(_ values: [(mark: Fraction, weight: Fraction)]) -> Fraction? {
    // Marks over a multiple of all their denominators, weights in halves.
    let unit = 12 * FixedDecimal.unitsPerOne
    func units(_ value: Fraction, _ unit: Int128) -> Int128 { value.numerator * (unit / value.denominator) }
    let sum = values.reduce(Int128(0)) { $0 + units($1.mark, unit) * units($1.weight, 2) }
    let weight = values.reduce(Int128(0)) { $0 + units($1.weight, 2) }
    return weight == 0 ? nil : Fraction(sum, weight * unit)
  }
}

/// A UE of a few ECUEs, and marks of both sessions near its thresholds.
struct RandomUE {
  let ue: UE
  let rule: FinalMarkRule

  init(_ random: inout SeededGenerator, name: String = "U") {
    let ecues = (0..<Int.random(in: 1...4, using: &random)).map { index in
      ECUE(
        "\(index)", weight: FixedDecimal(tenThousandths: .random(in: 1...4, using: &random) * 5_000),
        minimum: Mark(tenThousandths: .random(in: 5...10, using: &random) * 10_000) ?? 0)
    }
    ue = UE(
      name, ects: 1, threshold: Mark(tenThousandths: .random(in: 16...20, using: &random) * 5_000) ?? 10,
      ecues: ecues)
    rule = [FinalMarkRule.best, .replace, .mean(first: 1, second: 3)].randomElement(using: &random) ?? .best
  }

  func marks(_ random: inout SeededGenerator) -> (first: [SessionMark], second: [SessionMark?]) {
    // Now and then marks of all decimals.
    let half = Mark("0.5").units
    let fine: Int64 = Int.random(in: 0..<4, using: &random) == 0 ? .random(in: -9...9, using: &random) : 0
    func mark() -> SessionMark {
      switch Int.random(in: 0..<40, using: &random) {
      case 0, 1: .unexcused
      case 2...5: .excused
      case 6, 7: .exempted
      case 8: .failed
      default:
        Mark(units: fine + .random(in: 10...30, using: &random) * half).map(SessionMark.mark) ?? .failed
      }
    }
    let isFirstOnly = Bool.random(using: &random)
    let first = ue.ecues.map { _ in mark() }
    return (first, ue.ecues.map { _ in isFirstOnly || Bool.random(using: &random) ? nil : mark() })
  }
}

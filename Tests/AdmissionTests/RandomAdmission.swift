import Palmares
import TestSupport

/// A small random session full of ties.
struct RandomAdmission {
  var scheme: AdmissionScheme
  var candidates: [Candidate]
  var barres: (general: Mark, scientific: Mark)

  /// - Parameter mostDecimals: of marks and coefficients.
  init(_ random: inout SeededGenerator, mostDecimals: Int = FixedDecimal.mostDecimals) throws {
    let evaluations = (0..<Int.random(in: 1...4, using: &random)).map {
      Evaluation("e\($0)", isScientific: $0 == 0 || Bool.random(using: &random))
    }
    let doublettes = (0..<Int.random(in: 1...3, using: &random)).map { "D\($0)" }
    let isStrange = Int.random(in: 0..<8, using: &random) == 0
    let decimals = Int.random(in: 0..<4, using: &random) == 0 ? 0...mostDecimals : 0...1
    var coefficients: [(String, [String: FixedDecimal])] = []
    for doublette in doublettes {
      var byName: [String: FixedDecimal] = [:]
      for evaluation in evaluations {
        let most: FixedDecimal = isStrange ? 999_999 : 2
        let coefficient = Self.decimal(upTo: most, decimals, &random)
        byName[evaluation.name] = evaluation.name == "e0" ? max(coefficient, "0.5") : coefficient
      }
      coefficients.append((doublette, byName))
    }
    scheme = try AdmissionScheme(
      evaluations: evaluations, coefficients: coefficients,
      missing: MissingMarkRule.allCases.randomElement(using: &random) ?? .reject)
    let marks = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Mark(Self.decimal(upTo: 20, decimals, &random)) ?? 10
    }
    let isMissing = scheme.missing != .reject && Bool.random(using: &random)
    candidates = (0..<Int.random(in: 0...30, using: &random)).map { index in
      var ofCandidate: [String: Mark] = [:]
      for evaluation in evaluations
      where evaluation.name == "e0" || !isMissing || Int.random(in: 0..<4, using: &random) > 0 {
        ofCandidate[evaluation.name] = marks.randomElement(using: &random)
      }
      return Candidate(
        "K\(index)",
        born: CalendarDate(packed: 2008 << 9 | 1 << 5 | UInt32.random(in: 1...2, using: &random)),
        isBoursier: Bool.random(using: &random),
        genre: Genre.allCases.randomElement(using: &random) ?? .other,
        doublette: doublettes.randomElement(using: &random) ?? "D0", marks: ofCandidate)
    }
    let barres = [marks[0], marks[0], 0, "9.9999", "10", "10.000000000000001"]
    self.barres = (barres.randomElement(using: &random) ?? 0, barres.randomElement(using: &random) ?? 0)
  }

  /// A whole number of halves, or with more decimals.
  private static func decimal(
    upTo largest: FixedDecimal, _ decimals: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> FixedDecimal {
    var scale: Int128 = 1
    for _ in 0..<Int.random(in: decimals, using: &random) { scale *= 10 }
    let step = FixedDecimal.unitsPerOne / max(scale, 2) * (scale == 10 ? 5 : 1)
    return FixedDecimal(units: Int128.random(in: 0...largest.units / step, using: &random) * step)
  }
}

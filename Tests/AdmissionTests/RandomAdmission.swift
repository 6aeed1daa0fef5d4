import Palmares
import TestSupport

/// A small random session full of ties.
struct RandomAdmission {
  var scheme: AdmissionScheme
  var candidates: [Candidate]
  var bars: (general: Mark, science: Mark)

  init(_ random: inout SeededGenerator) throws {
    let evaluations = (0..<Int.random(in: 1...4, using: &random)).map {
      Evaluation("e\($0)", isScientific: $0 == 0 || Bool.random(using: &random))
    }
    let doublettes = (0..<Int.random(in: 1...3, using: &random)).map { "D\($0)" }
    let isStrange = Int.random(in: 0..<8, using: &random) == 0
    var coefficients: [(String, [String: FixedDecimal])] = []
    for doublette in doublettes {
      var byName: [String: FixedDecimal] = [:]
      for evaluation in evaluations {
        let units: Int64 =
          isStrange
          ? Int64.random(in: 1...9_999_999_999, using: &random)
          : Int64.random(in: 0...4, using: &random) * 5_000
        byName[evaluation.name] = FixedDecimal(units: evaluation.name == "e0" ? max(units, 5_000) : units)
      }
      coefficients.append((doublette, byName))
    }
    scheme = try AdmissionScheme(
      evaluations: evaluations, coefficients: coefficients,
      missing: MissingMarkRule.allCases.randomElement(using: &random) ?? .reject)
    let marks = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Mark(units: Int32.random(in: 0...40, using: &random) * 5_000) ?? 10
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
        genre: Genre.allCases.randomElement(using: &random) ?? .autre,
        doublette: doublettes.randomElement(using: &random) ?? "D0", marks: ofCandidate)
    }
    let bars = [marks[0], marks[0], 0, "9.9999", "10"]
    self.bars = (bars.randomElement(using: &random) ?? 0, bars.randomElement(using: &random) ?? 0)
  }
}

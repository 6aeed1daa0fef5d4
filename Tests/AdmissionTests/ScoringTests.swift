import Palmares
import Testing

struct ScoringTests {
  private func scheme(_ missing: MissingMarkRule) throws -> AdmissionScheme {
    try AdmissionScheme(
      evaluations: [
        Evaluation("maths", isScientific: true), Evaluation("pc", isScientific: true),
        Evaluation("lettre", isScientific: false),
      ],
      coefficients: [
        "A": ["maths": 3, "pc": "1.5", "lettre": 1], "B": ["maths": 1], "Z": ["lettre": 1], "O": [:],
      ],
      missing: missing)
  }

  private func candidate(_ doublette: String, _ marks: [String: Mark]) -> Candidate {
    Candidate("k", born: "2008-01-01", genre: .other, doublette: doublette, marks: marks)
  }

  private func score(_ candidate: Candidate, _ missing: MissingMarkRule) throws -> (Fraction, Fraction) {
    let scheme = try scheme(missing)
    let scores = Scores(of: try Candidates([candidate], scheme: scheme))
    return (scores[0].general, scores[0].scientific)
  }

  @Test func `means are exact, and the lettre is no science`() throws {
    let both = try score(candidate("A", ["maths": "15.25", "pc": 10, "lettre": 20]), .reject)
    // (3 · 15.25 + 1.5 · 10 + 20) / 5.5 and (3 · 15.25 + 15) / 4.5
    #expect(both == (Fraction(323, 22), Fraction(27, 2)))
  }

  @Test func `a missing mark is rejected, counts zero, or leaves with its weight`() throws {
    let marks: [String: Mark] = ["maths": 12, "lettre": 8]
    let error = #expect(throws: AdmissionError.self) { try score(candidate("A", marks), .reject) }
    #expect(error?.first.map(\.defect) == [.missingMark(evaluation: 1)])
    #expect(try score(candidate("A", marks), .zero) == (Fraction(44, 55) * 10, Fraction(8, 1)))
    #expect(try score(candidate("A", marks), .renormalise) == (Fraction(11, 1), Fraction(12, 1)))
    // A mark without weight in the doublette may be missing.
    #expect(try score(candidate("B", ["maths": 12]), .reject) == (Fraction(12, 1), Fraction(12, 1)))
  }

  @Test(arguments: [
    ("O", AdmissionDefect.noWeight), ("Z", .noScientificWeight),
  ])
  func `weights that add to zero are an error`(doublette: String, defect: AdmissionDefect) throws {
    for rule in MissingMarkRule.allCases {
      let error = #expect(throws: AdmissionError.self) {
        try score(candidate(doublette, ["maths": 1, "pc": 2, "lettre": 3]), rule)
      }
      #expect(error?.first.map(\.defect) == [defect])
    }
    let error = #expect(throws: AdmissionError.self) {
      try score(candidate("A", ["lettre": 3]), .renormalise)
    }
    #expect(error?.first.map(\.defect) == [.noScientificWeight])
  }

  @Test func `repeated and empty identifiers and unknown doublettes are all told`() throws {
    let people = ["x", "x", ""].map {
      Candidate($0, born: "2008-01-01", genre: .female, doublette: $0.isEmpty ? "?" : "A", marks: [:])
    }
    let error = #expect(throws: AdmissionError.self) { try Candidates(people, scheme: scheme(.zero)) }
    #expect(error?.first.map(\.defect) == [.repeatedIdentifier, .emptyIdentifier, .unknownDoublette])
    #expect(error?.first.map(\.row) == [1, 2, 2])
    #expect(error?.first.map(\.candidate) == ["x", "", ""])
  }

  @Test func `a candidate who does not say whether of the secteur is told where others do`() throws {
    func candidates(_ secteurs: [Bool?]) throws -> Candidates {
      let people = secteurs.enumerated().map { row, isOfSecteur in
        Candidate(
          "K\(row)", born: "2008-01-01", genre: .female, doublette: "B", isOfSecteur: isOfSecteur,
          marks: ["maths": 12])
      }
      return try Candidates(people, scheme: scheme(.zero))
    }
    let error = #expect(throws: AdmissionError.self) { try candidates([true, nil, false, nil]) }
    #expect(error?.first.map(\.defect) == [.unknownSecteur, .unknownSecteur])
    #expect(error?.first.map(\.candidate) == ["K1", "K3"])
    #expect(try candidates([nil, nil]).secteurs == nil)
    #expect(try candidates([true, false]).secteurs == [true, false])
  }

  @Test func `a mark in something that is no evaluation of the scheme is told, not dropped`() {
    let error = #expect(throws: AdmissionError.self) {
      try score(candidate("B", ["maths": 12, "math": 13]), .reject)
    }
    #expect(error?.first.map(\.defect) == [.unknownEvaluation("math")])
  }

  @Test func `everything that is wrong is told at once, with who it is of`() throws {
    let error = #expect(throws: AdmissionError.self) {
      try Candidates(
        [
          Candidate("a", born: "2008-01-01", genre: .female, doublette: "A", marks: ["maths": 12, "pc": 8]),
          Candidate("b", born: "2008-01-01", genre: .female, doublette: "B", marks: ["maths": 12]),
          Candidate("b", born: "2008-01-01", genre: .female, doublette: "?", marks: [:]),
          Candidate("c", born: "1900-01-01", genre: .female, doublette: "Z", marks: ["lettre": 3]),
        ], scheme: scheme(.reject))
    }
    let findings = error?.first.map { "\($0.row) \($0.candidate) \($0.defect)" }
    #expect(
      findings == [
        "0 a missing mark (the scheme's rule is missing: reject)", "2 b repeated identifier",
        "2 b doublette without coefficients in the scheme",
        "3 c the weights of this candidate's scientific marks add to zero",
        "3 c more than 60 years before the file's median birth date: it would decide ties",
      ])
    #expect(error?.count == 5)
  }

  @Test func `a scheme names what makes it unusable`() {
    let maths = Evaluation("maths", isScientific: true)
    #expect(throws: AdmissionSchemeError.noEvaluation) {
      try AdmissionScheme(evaluations: [], coefficients: ["A": [:]])
    }
    #expect(throws: AdmissionSchemeError.noDoublette) {
      try AdmissionScheme(evaluations: [maths], coefficients: [:])
    }
    #expect(throws: AdmissionSchemeError.repeatedEvaluation("maths")) {
      try AdmissionScheme(evaluations: [maths, maths], coefficients: ["A": [:]])
    }
    #expect(throws: AdmissionSchemeError.unknownEvaluation("pc", doublette: "A")) {
      try AdmissionScheme(evaluations: [maths], coefficients: ["A": ["pc": 1]])
    }
    #expect(throws: AdmissionSchemeError.coefficientTooLarge("maths", doublette: "A")) {
      try AdmissionScheme(evaluations: [maths], coefficients: ["A": ["maths": "1000000.0001"]])
    }
  }
}

extension Fraction {
  fileprivate static func * (a: Fraction, factor: Int128) -> Fraction {
    Fraction(a.numerator * factor, a.denominator)
  }
}

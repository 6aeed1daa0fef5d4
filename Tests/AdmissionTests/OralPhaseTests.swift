import Admission
import Palmares
import Testing

struct OralPhaseTests {
  private let phase = OralPhase(
    identifiers: IdentifierColumn(["A", "B", "C", "D", "E"]), ranks: [1, 2, 3, 4, 5],
    generalScores: [Fraction(14, 1), Fraction(51, 4), Fraction(1274, 100), Fraction(12, 1), Fraction(12, 1)],
    admissionBarre: "12.75")

  @Test func `at the barre is admitted outright, below it the oral decides, the order stays`() throws {
    #expect(phase.filter(\.isConvoked).map(\.candidate) == ["C", "D", "E"])
    let final = try FinalList(
      OralVerdicts([Oral("E", .satisfactory), Oral("D", .insufficient), Oral("C", .satisfactory)], of: phase))
    #expect(final.map(\.candidate) == ["A", "B", "C", "E"])
    #expect(final.map(\.rank) == [1, 2, 3, 4])
    #expect(final.map(\.admissibilityRank) == [1, 2, 3, 5])
    #expect(final.map(\.decision) == [.direct, .direct, .oral, .oral])
    #expect(final.notAdmitted.map(\.candidate) == ["D"])
    #expect(final.notAdmitted.map(\.verdict) == [.insufficient])
  }

  @Test
  func `an oral of somebody unknown or not convoked, a second one and a missing one name the candidate`() {
    #expect(throws: OralError.unknownCandidate("X")) {
      try OralVerdicts([Oral("X", .absent)], of: phase)
    }
    #expect(throws: OralError.notConvoked("A")) { try OralVerdicts([Oral("A", .absent)], of: phase) }
    #expect(throws: OralError.repeatedCandidate("C")) {
      try OralVerdicts([Oral("C", .absent), Oral("C", .satisfactory)], of: phase)
    }
    #expect(throws: OralError.noVerdict("C")) {
      try FinalList(OralVerdicts([Oral("D", .absent)], of: phase))
    }
    #expect(throws: UnknownCandidate("X")) {
      try AdmissionOutcome(of: "X", verdicts: OralVerdicts([], of: phase))
    }
  }
}

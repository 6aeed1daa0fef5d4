import Palmares
import Testing

struct PhaseTests {
  @Test func `who is at the barre is admitted outright, below it the oral decides, and the order stays`() {
    let phase = OralPhase(
      notes: [Fraction(14, 1), Fraction(51, 4), Fraction(1274, 100), Fraction(12, 1), Fraction(12, 1)],
      admissionBarre: "12.75")
    #expect(phase.convoked == [2, 3, 4])
    let final = phase.finalList { [2: .satisfaisant, 3: .insuffisant, 4: .satisfaisant][$0] ?? .absent }
    #expect(final.map(\.position) == [0, 1, 2, 4])
    #expect(final.map(\.decision) == [.direct, .direct, .oral, .oral])
    #expect(phase.finalList { _ in .absent }.map(\.position) == [0, 1])
  }
}

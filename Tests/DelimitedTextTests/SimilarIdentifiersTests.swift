import ExactValues
import TestSupport
import Testing
import Wording

@testable import DelimitedText

struct SimilarIdentifiersTests {
  /// What is left of an identifier, the slow way.
  private func likeness(_ identifier: String) -> String {
    var left = foldedName(identifier.filter { $0 != "-" })
    while left.first == "0", left.count > 1 { left.removeFirst() }
    return left
  }

  @Test(arguments: ["01a", "01A", "aA", "Aé ", "0Éeé", "12"])
  func `pairs that differ by zeros, case, accents or spaces only are those that a slow look finds`(
    alphabet: String
  ) {
    var random = SeededGenerator(UInt64(alphabet.count))
    for round in 0..<300 {
      let identifiers = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...4, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
        )
        .trimmingPrefix { $0 == " " }
      }.map(String.init)
      let pairs = IdentifierColumn(identifiers).similarPairs()
      var expected: [[Int]] = []
      for row in identifiers.indices where !likeness(identifiers[row]).isEmpty {
        let first = identifiers[..<row].firstIndex { likeness($0) == likeness(identifiers[row]) }
        if let first, !identifiers[first].utf8.elementsEqual(identifiers[row].utf8) {
          expected.append([row, first])
        }
      }
      #expect(pairs.map { [$0.row, $0.first] } == expected, "round \(round): \(identifiers)")
    }
  }

  @Test func `an identifier that is not found is told with the one that is like it`() {
    let known = IdentifierColumn(["08778424", "K1", "Éva", "K 2", "00", "x"])
    let wanted = IdentifierColumn(["8778424", "k1", "EVA", "K2", "0", "y", "-x"])
    let index = IdentifierIndex(known)
    let lines = (0..<wanted.count).map { row in
      InputDefect(
        line: row + 2, column: "eleve", identifier: wanted[row],
        reason: index.reason(CellDefect.empty, notFound: row, of: wanted)
      ).description
    }
    #expect(
      lines == [
        "2: eleve: empty cell (8778424); 08778424 is there: a spreadsheet drops leading zeros",
        "3: eleve: empty cell (k1); K1 is there: case, accents and spaces count",
        "4: eleve: empty cell (EVA); Éva is there: case, accents and spaces count",
        "5: eleve: empty cell (K2); K 2 is there: case, accents and spaces count",
        "6: eleve: empty cell (0); 00 is there: a spreadsheet drops leading zeros",
        "7: eleve: empty cell (y)", "8: eleve: empty cell (-x)",
      ])
  }
}

import Palmares
import TestSupport
import Testing

struct BarreMatrixTests {
  private func randomScores(_ random: inout SeededGenerator) throws -> (
    session: RandomAdmission, scores: Scores
  ) {
    let session = try RandomAdmission(&random)
    let candidates = try Candidates(session.candidates, scheme: session.scheme)
    return (session, Scores(of: candidates, workers: .one))
  }

  @Test func `a pair that is left out leaves as many as the next pair shown, and no barre shown is idle`()
    throws
  {
    var random = SeededGenerator(18)
    for _ in 0..<60 {
      let (_, scores) = try randomScores(&random)
      let step: Mark = ["0.5", 1, "0.3", 7].randomElement(using: &random) ?? 1
      let grid = try BarreGrid(scores, step: step)
      let matrix = BarreMatrix(grid)
      let reaching = PlainCounts(scores, grid.barres)
      for pair in grid.pairs {
        let counted = reaching.count(pair.general, pair.scientific)
        let general = matrix.generalBarres.firstIndex { $0 >= pair.general }
        let scientific = matrix.scientificBarres.firstIndex { $0 >= pair.scientific }
        let shown = general.flatMap { general in scientific.map { matrix.admissible[general][$0] } }
        #expect(shown ?? 0 == counted)
      }
      for (row, next) in zip(matrix.admissible, matrix.admissible.dropFirst()) { #expect(row != next) }
      for column in matrix.scientificBarres.indices.dropLast() {
        #expect(matrix.admissible.contains { $0[column] != $0[column + 1] })
      }
      #expect(matrix.admissible.allSatisfy { $0.contains { $0 > 0 } })
    }
  }

  @Test func `rows without repeats say as much as those with them`() throws {
    var random = SeededGenerator(19)
    for _ in 0..<200 {
      let (_, scores) = try randomScores(&random)
      let grid = try BarreGrid(scores, step: "0.5")
      let target = Int.random(in: 1...8, using: &random)
      let short = try grid.highestWithoutRepeats(leaving: target)
      for row in try grid.highest(leaving: target) {
        let kept = try #require(short.first { $0.pair.scientific >= row.pair.scientific })
        #expect(kept.pair.general == row.pair.general && kept.pair.admissible == row.pair.admissible)
        #expect(kept.lastScore == row.lastScore)
      }
      for (row, next) in zip(short, short.dropFirst()) {
        #expect(row.pair.general != next.pair.general || row.pair.admissible != next.pair.admissible)
      }
    }
  }

  @Test func `each group at a pair is counted one by one`() throws {
    var random = SeededGenerator(20)
    for _ in 0..<200 {
      let (session, scores) = try randomScores(&random)
      let groups = AdmissibleGroups(
        scores, generalBarre: session.barres.general, scientificBarre: session.barres.scientific)
      func expect(_ group: AdmissibleGroups.Group, _ isMember: (Candidate) -> Bool) {
        let members = session.candidates.indices.filter { isMember(session.candidates[$0]) }
        #expect(group.all == members.count)
        #expect(
          group.admissible
            == members.count {
              scores.general[$0] >= session.barres.general.decimal.fraction
                && scores.scientific[$0] >= session.barres.scientific.decimal.fraction
            })
      }
      expect(groups.boursiers) { $0.isBoursier }
      expect(groups.others) { !$0.isBoursier }
      for (genre, group) in zip(Genre.allCases, groups.genres) { expect(group) { $0.genre == genre } }
      for (name, group) in zip(session.scheme.doublettes, groups.doublettes) {
        expect(group) { $0.doublette == name }
      }
    }
  }
}

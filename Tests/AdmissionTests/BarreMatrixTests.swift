import Palmares
import TestSupport
import Testing

struct BarreMatrixTests {
  private func randomNotes(_ random: inout SeededGenerator) throws -> (
    session: RandomAdmission, candidates: Candidates, notes: Scores
  ) {
    let session = try RandomAdmission(&random)
    let candidates = try Candidates(session.candidates, scheme: session.scheme)
    return (session, candidates, try Scores(candidates, scheme: session.scheme, workers: .one))
  }

  @Test func `a pair that is left out leaves as many as the next pair shown, and no barre shown is idle`()
    throws
  {
    var random = SeededGenerator(18)
    for _ in 0..<60 {
      let (_, _, notes) = try randomNotes(&random)
      let step: Mark = ["0.5", 1, "0.3", 7].randomElement(using: &random) ?? 1
      let grid = BarreGrid(notes, step: step)
      let matrix = BarreMatrix(grid)
      let reaching = PlainCounts(notes, grid.bars)
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
      let (_, _, notes) = try randomNotes(&random)
      let grid = BarreGrid(notes, step: "0.5")
      let target = Int.random(in: 1...8, using: &random)
      let short = grid.highestWithoutRepeats(leaving: target)
      for row in grid.highest(leaving: target) {
        let kept = try #require(short.first { $0.pair.scientific >= row.pair.scientific })
        #expect(kept.pair.general == row.pair.general && kept.pair.admissible == row.pair.admissible)
        #expect(kept.lastNote == row.lastNote)
      }
      for (row, next) in zip(short, short.dropFirst()) {
        #expect(row.pair.general != next.pair.general || row.pair.admissible != next.pair.admissible)
      }
    }
  }

  @Test func `each group at a pair is counted one by one`() throws {
    var random = SeededGenerator(20)
    for _ in 0..<200 {
      let (session, candidates, notes) = try randomNotes(&random)
      let groups = AdmissibleGroups(
        candidates, notes: notes, generalBarre: session.bars.general, scientificBarre: session.bars.science,
        doublettes: session.scheme.doublettes.count)
      func expect(_ group: AdmissibleGroups.Group, _ isMember: (Candidate) -> Bool) {
        let members = session.candidates.indices.filter { isMember(session.candidates[$0]) }
        #expect(group.all == members.count)
        #expect(
          group.admissible
            == members.count {
              notes.general[$0] >= session.bars.general.decimal.fraction
                && notes.scientific[$0] >= session.bars.science.decimal.fraction
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

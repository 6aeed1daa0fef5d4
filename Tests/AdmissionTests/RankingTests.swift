import Admission
import Palmares
import SyntheticData
import TestSupport
import Testing

struct RankingTests {
  private let draw = Draw(seed: "graine")

  @Test func `keys longer than a word, and huge groups of equals, sort as the comparator does`() {
    var random = SeededGenerator(6)
    for spread in [Int64(1), 3, 1 << 20, 1 << 40, 1 << 61] {
      let count = 20_000
      func column() -> ScoreColumn {
        ScoreColumn(
          numerators: (0..<count).map { _ in Int64.random(in: 0..<spread, using: &random) | 1 },
          scale: .common(denominator: 1))
      }
      let (general, scientific) = (column(), column())
      let columns = CandidateColumns(
        identifiers: IdentifierColumn((0..<count).map { "k\($0)" }),
        birthDates: (0..<count).map { _ in CalendarDate(packed: .random(in: 1...5_000_000, using: &random)) },
        boursiers: (0..<count).map { _ in Bool.random(using: &random) },
        genres: (0..<count).map { _ in Genre.allCases.randomElement(using: &random) ?? .other },
        doublettes: Array(repeating: 0, count: count), secteurs: nil, marks: [])
      let candidates = Candidates(unchecked: columns, scheme: PDISData(size: 0, seed: "").scheme)
      let scores = Scores(candidates, general: general, scientific: scientific)
      let list = AdmissibilityList(scores, generalBarre: 0, scientificBarre: 0, draw: draw)
      #expect(list.count == count)
      #expect(Set(list.rows).count == count)
      for place in 1..<count {
        let (a, b) = (Int(list.rows[place - 1]), Int(list.rows[place]))
        let keys: [(Int64, DecidingCriterion)] = [
          (scores.general.numerators[a] - scores.general.numerators[b], .generalScore),
          (scores.scientific.numerators[a] - scores.scientific.numerators[b], .scientificScore),
          (Int64(candidates.birthDates[a].packed) - Int64(candidates.birthDates[b].packed), .age),
          ((candidates.boursiers[a] ? 1 : 0) - (candidates.boursiers[b] ? 1 : 0), .boursier),
          ((candidates.genres[a].isFemale ? 1 : 0) - (candidates.genres[b].isFemale ? 1 : 0), .genre),
        ]
        guard let (difference, criterion) = keys.first(where: { $0.0 != 0 }) else {
          #expect(list.decidedBy[place] == .draw)
          #expect(
            draw.ticket(for: candidates.identifiers[a]) < draw.ticket(for: candidates.identifiers[b]))
          continue
        }
        if difference < 0 || list.decidedBy[place] != criterion {
          Issue.record("place \(place): \(difference) by \(criterion), told \(list.decidedBy[place])")
          return
        }
      }
    }
  }

  @Test func `a list of no candidate, of one and of nobody admissible is right`() throws {
    let scheme = try AdmissionScheme(
      evaluations: [Evaluation("e", isScientific: true)], coefficients: ["D": ["e": 1]])
    for count in [0, 1] {
      let people = (0..<count).map { _ in
        Candidate("k", born: "2008-01-01", genre: .female, doublette: "D", marks: ["e": 12])
      }
      let candidates = try Candidates(people, scheme: scheme)
      let scores = Scores(of: candidates)
      for (barre, expected) in [(Mark(12), count), ("12.0001", 0)] {
        let list = AdmissibilityList(
          scores, generalBarre: barre, scientificBarre: 0, draw: draw)
        #expect(list.count == expected)
        #expect(list.decidedBy == Array(repeating: .first, count: expected))
      }
    }
  }
}

/// Lists compared with the règlement written out slowly.
struct RankingExhaustiveTests {
  private let draw = Draw(seed: "graine")

  @Test func `a list is that of the règlement written out slowly, on thousands of small sessions`() throws {
    var random = SeededGenerator(5)
    var decided: Set<DecidingCriterion> = []
    var withoutCommonDenominator = 0
    for _ in 0..<4_000 {
      let session = try RandomAdmission(&random)
      let candidates = try Candidates(session.candidates, scheme: session.scheme)
      let scores = Scores(of: candidates, workers: .one)
      let expected = session.candidates.map { ReferenceAdmission.notes($0, session.scheme) }
      for row in 0..<scores.count {
        #expect(scores.general[row] == expected[row]?.0)
        #expect(scores.scientific[row] == expected[row]?.1)
      }
      if case .positions = scores.general.scale { withoutCommonDenominator += 1 }
      let list = AdmissibilityList(
        scores, generalBarre: session.barres.general, scientificBarre: session.barres.scientific,
        draw: draw, workers: .one)
      let reference = ReferenceAdmission.ranked(
        session.candidates, expected.compactMap(\.self), session.barres.general, session.barres.scientific,
        draw)
      #expect(list.rows.map { Int($0) } == reference.map(\.row))
      #expect(list.decidedBy == reference.map(\.tieBreak))
      decided.formUnion(list.decidedBy)
      #expect(
        scores.admissibleCount(
          generalBarre: session.barres.general, scientificBarre: session.barres.scientific) == list.count)
    }
    #expect(decided == Set(DecidingCriterion.allCases))
    #expect(withoutCommonDenominator > 50)
  }

  @Test
  func `a list of 25 000 candidates is that of the règlement written out slowly, for one thread or several`()
    throws
  {
    let data = PDISData(size: 25_000, seed: "reference")
    let scores = Scores(of: data.candidates)
    let list = AdmissibilityList(
      scores, generalBarre: 9, scientificBarre: "8.75", draw: draw)
    let people = (0..<data.candidates.count).map { row in
      Candidate(
        data.candidates.identifiers[row], born: data.candidates.birthDates[row],
        isBoursier: data.candidates.boursiers[row], genre: data.candidates.genres[row], doublette: "",
        marks: [:])
    }
    let reference = ReferenceAdmission.ranked(
      people, (0..<scores.count).map { (scores.general[$0], scores.scientific[$0]) }, 9, "8.75", draw)
    #expect(list.rows.map { Int($0) } == reference.map(\.row))
    #expect(list.decidedBy == reference.map(\.tieBreak))
    #expect(Set(list.decidedBy) == Set(DecidingCriterion.allCases))
    for threads in [1, 3, 7] {
      let workers = Workers(count: threads)
      let again = Scores(of: data.candidates, workers: workers)
      #expect(again.general.numerators == scores.general.numerators)
      let other = AdmissibilityList(
        again, generalBarre: 9, scientificBarre: "8.75", draw: draw,
        workers: workers)
      #expect(other.rows == list.rows)
    }
  }
}

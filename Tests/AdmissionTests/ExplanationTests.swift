import Admission
import Palmares
import TestSupport
import Testing

struct ExplanationTests {
  private let draw = Draw(seed: "graine")

  /// A random session, its notes and list, and the règlement's list written out slowly.
  private struct Played {
    let session: RandomAdmission
    let candidates: Candidates
    let scores: Scores
    let list: AdmissibilityList
    let expectedNotes: [(Fraction, Fraction)]
    let reference: [ReferenceAdmission.Ranked]
    let everyone: [Int]

    init(
      _ random: inout SeededGenerator, _ draw: Draw, mostDecimals: Int = FixedDecimal.mostDecimals
    ) throws {
      session = try RandomAdmission(&random, mostDecimals: mostDecimals)
      candidates = try Candidates(session.candidates, scheme: session.scheme)
      scores = Scores(of: candidates, workers: .one)
      let (general, science) = session.barres
      list = AdmissibilityList(
        scores, generalBarre: general, scientificBarre: science, draw: draw, workers: .one)
      expectedNotes = session.candidates.compactMap { [scheme = session.scheme] in
        ReferenceAdmission.notes($0, scheme)
      }
      reference = ReferenceAdmission.ranked(session.candidates, expectedNotes, general, science, draw)
      everyone = ReferenceAdmission.ranked(session.candidates, expectedNotes, 0, 0, draw).map(\.row)
    }

    func explanation(_ row: Int) throws -> AdmissionExplanation {
      try AdmissionExplanation(of: candidates.identifiers[row], in: list, workers: .one)
    }

    func value(_ criterion: DecidingCriterion, _ row: Int, _ draw: Draw) -> AdmissionExplanation
      .DecidingValue?
    {
      let candidate = session.candidates[row]
      return switch criterion {
      case .first: nil
      case .generalScore: .score(expectedNotes[row].0)
      case .scientificScore: .score(expectedNotes[row].1)
      case .age: .birthDate(candidate.birthDate)
      case .boursier: .boursier(candidate.isBoursier)
      case .genre: .genre(candidate.genre)
      case .draw: .ticket(draw.ticket(for: candidate.identifier))
      }
    }
  }

  @Test func `rank, neighbours and what decided are those of the règlement written out slowly`() throws {
    var random = SeededGenerator(14)
    var decided: Set<DecidingCriterion> = []
    var offTheList = 0
    for _ in 0..<300 {
      let played = try Played(&random, draw)
      for row in 0..<played.candidates.count {
        let explained = try played.explanation(row)
        guard let place = played.reference.firstIndex(where: { $0.row == row }) else {
          #expect(explained.rank == nil && explained.above == nil && explained.below == nil)
          #expect(explained.rankWithoutBarres == played.everyone.firstIndex(of: row)! + 1)
          #expect(explained.missed != nil)
          offTheList += 1
          continue
        }
        #expect(explained.rank == place + 1 && explained.listCount == played.reference.count)
        #expect(explained.missed == nil && explained.rankWithoutBarres == nil)
        for (neighbour, other) in [(explained.above, place - 1), (explained.below, place + 1)] {
          guard played.reference.indices.contains(other) else {
            #expect(neighbour == nil)
            continue
          }
          let criterion = played.reference[max(place, other)].tieBreak
          let otherRow = played.reference[other].row
          #expect(
            neighbour?.candidate == played.candidates.identifiers[otherRow] && neighbour?.rank == other + 1)
          #expect(neighbour?.criterion == criterion)
          #expect(neighbour?.criterion == played.list.decidedBy[max(place, other)])
          #expect(neighbour?.value == played.value(criterion, otherRow, draw))
          #expect(neighbour?.ownValue == played.value(criterion, row, draw))
          decided.insert(criterion)
        }
      }
    }
    #expect(decided == Set(DecidingCriterion.allCases).subtracting([.first]))
    #expect(offTheList > 100)
  }

  @Test func `contributions add to both notes, and a distance leads from the note to the barre`() throws {
    var random = SeededGenerator(15)
    for _ in 0..<200 {
      // Four decimals, so that the sums below fit.
      let played = try Played(&random, draw, mostDecimals: 4)
      for row in 0..<played.candidates.count {
        let explained = try played.explanation(row)
        #expect(sum(explained.contributions.compactMap(\.general)) == played.expectedNotes[row].0)
        #expect(sum(explained.contributions.compactMap(\.scientific)) == played.expectedNotes[row].1)
        for (bar, note) in [
          (explained.general, played.expectedNotes[row].0),
          (explained.scientific, played.expectedNotes[row].1),
        ] {
          let distance = try #require(bar.distance)
          let threshold = bar.barre.decimal.fraction
          #expect(bar.isReached == (note >= threshold))
          #expect(bar.isReached ? sum([threshold, distance]) == note : sum([note, distance]) == threshold)
          #expect(bar.shortfall == (bar.isReached ? nil : distance))
        }
      }
    }
  }

  private func sum(_ parts: [Fraction]) -> Fraction {
    parts.reduce(Fraction(0, 1)) { sum, part in
      let shared = greatestCommonDivisor(sum.denominator, part.denominator)
      return Fraction(
        sum.numerator * (part.denominator / shared) + part.numerator * (sum.denominator / shared),
        sum.denominator / shared * part.denominator)
    }
  }

  @Test func `whoever is not on the list is among those not admissible, in order, with the reason`() throws {
    var random = SeededGenerator(16)
    var reasons: Set<MissedBarres> = []
    for _ in 0..<500 {
      let played = try Played(&random, draw)
      let (general, science) = played.session.barres
      let others = NotAdmissible(
        played.scores, generalBarre: general, scientificBarre: science, draw: draw, workers: .one)
      let listed = Set(played.list.rows)
      #expect(others.rows.map { Int($0) } == played.everyone.filter { !listed.contains(UInt32($0)) })
      for (row, missed) in zip(others.rows, others.missed) {
        let notes = played.expectedNotes[Int(row)]
        let isBelow = (notes.0 < general.decimal.fraction, notes.1 < science.decimal.fraction)
        #expect(
          isBelow == [.general: (true, false), .scientific: (false, true), .both: (true, true)][missed]!)
        reasons.insert(missed)
      }
    }
    #expect(reasons == Set(MissedBarres.allCases))
  }

  @Test func `the outcome of one candidate is that of the final list, as far as the verdicts go`() throws {
    var random = SeededGenerator(17)
    for _ in 0..<500 {
      let notes = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Fraction(Int128.random(in: 8...16, using: &random), 1)
      }
      let phase = OralPhase(
        identifiers: IdentifierColumn(notes.indices.map { "K\($0)" }), ranks: notes.indices.map { $0 + 1 },
        generalScores: notes.sorted(by: >), admissionBarre: 12)
      let convoked = phase.indices.filter { phase[$0].isConvoked }
      var known: [Int: OralVerdict] = [:]
      for position in convoked where Int.random(in: 0..<4, using: &random) > 0 {
        known[position] = OralVerdict.allCases.randomElement(using: &random)
      }
      func verdicts(_ unknown: OralVerdict?) throws -> OralVerdicts {
        try OralVerdicts(
          convoked.compactMap { position in
            (known[position] ?? unknown).map { Oral(phase.identifiers[position], $0) }
          }, of: phase)
      }
      // What is unknown may turn out one way or the other.
      let finals = try [OralVerdict.satisfactory, .absent].map { try FinalList(verdicts($0)) }
      let soFar = try verdicts(nil)
      #expect(soFar.missing == convoked.filter { known[$0] == nil }.map { phase.identifiers[$0] })
      for position in phase.indices {
        let candidate = phase.identifiers[position]
        let outcome = try AdmissionOutcome(of: candidate, verdicts: soFar)
        let ranks = finals.map { $0.first { $0.candidate == candidate }?.rank }
        #expect(outcome.finalRank == (ranks[0] == ranks[1] ? ranks[0] : nil))
        #expect(outcome.isConvoked == convoked.contains(position))
        #expect(outcome.verdict == (outcome.isConvoked ? known[position] : nil))
      }
      let everyone = finals[1].map(\.admissibilityRank) + finals[1].notAdmitted.map(\.admissibilityRank)
      #expect(everyone.sorted() == phase.ranks)
    }
  }
}

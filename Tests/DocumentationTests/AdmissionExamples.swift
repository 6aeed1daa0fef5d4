import Palmares
import Testing

/// The examples of the doc comments about admission and its calls.
final class AdmissionExamples {
  private var lines: [String] = []

  private func print(_ items: Any...) {
    lines.append(items.map { "\($0)" }.joined(separator: " "))
  }

  private func scored() throws -> Scores {
    // example: Candidates
    let scheme = try AdmissionScheme(
      evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
      coefficients: ["SVT+MATHS": ["maths": 3, "lettre": 1]])
    let candidates = try Candidates(
      [
        Candidate(
          "K1", born: "2008-03-15", genre: .female, doublette: "SVT+MATHS",
          marks: ["maths": "15.5", "lettre": 12])
      ], scheme: scheme)
    let scores = Scores(of: candidates)
    print(scores[0].general)  // 117/8
    // end
    return scores
  }

  private func list() throws -> AdmissibilityList {
    let scores = try scored()
    // example: AdmissibilityList
    let list = AdmissibilityList(
      scores, generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
    for entry in list {
      print(entry.rank, entry.candidate, entry.generalScore, entry.decidedBy)  // 1 K1 117/8 first
    }
    // end
    return list
  }

  private func ordered() throws -> CallOrder {
    // example: CallOrder
    let ranking = try FinalRanking([
      FinalRanking.Entry(rank: 1, candidate: "K1", isBoursier: false),
      FinalRanking.Entry(rank: 2, candidate: "K2", isBoursier: true),
    ])
    let order = try CallOrder(ranking, boursierMinimum: 20)
    print(order.map(\.candidate))  // ["K2", "K1"]
    // end
    return order
  }

  @Test func `scores and lists, as their comments say`() throws {
    let candidates = try scored().candidates
    // example: Scores
    let scores = Scores(of: candidates)
    for score in scores {
      print(score.candidate, score.general, score.scientific)  // K1 117/8 31/2
    }
    // end
    let list = try list()
    // example: RankingTable
    print(try RankingTable(list).text())
    // end
    #expect(
      lines == [
        "117/8", "K1 117/8 31/2", "117/8", "1 K1 117/8 first",
        """
        rang,candidat,note_generale,note_scientifique,naissance,boursier,genre,departage,generale_exacte,\
        scientifique_exacte
        1,K1,14.625,15.5,2008-03-15,non,F,,117/8,31/2

        """,
      ])
  }

  @Test func `a scheme and a candidate, as their comments say`() throws {
    // example: AdmissionScheme
    let scheme = try AdmissionScheme(
      evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
      coefficients: ["SVT+MATHS": ["maths": 3, "lettre": 1]], missing: .renormalise)
    print(scheme.doublettes, scheme.coefficients[0])  // ["SVT+MATHS"] [3, 1]
    // end
    // example: Candidate
    let candidate = Candidate(
      "K1", born: "2008-03-15", isBoursier: true, genre: .female, doublette: "SVT+MATHS",
      marks: ["maths": "15.5", "lettre": 12])
    // end
    #expect(try Candidates([candidate], scheme: scheme).count == 1)
    #expect(lines == ["[\"SVT+MATHS\"] [3, 1]"])
  }

  @Test func `barres and those who miss them, as their comments say`() throws {
    let scores = try scored()
    // example: NotAdmissible
    let others = NotAdmissible(
      scores, generalBarre: 16, scientificBarre: "11.5", draw: Draw(seed: "graine"))
    for entry in others {
      print(entry.candidate, entry.missed, entry.general.shortfall ?? 0)  // K1 general 11/8
    }
    // end
    // example: BarreGrid
    let grid = try BarreGrid(scores, step: 1)
    print(grid.pair(general: 12, scientific: 11).admissible)  // 1
    // end
    // example: ScoreStatistics
    let statistics = ScoreStatistics(scores.general)
    print(statistics.count, statistics.mean ?? 0)  // 1 117/8
    // end
    let list = try list()
    // example: AdmissionExplanation
    let explanation = try AdmissionExplanation(of: "K1", in: list)
    print(explanation.rank ?? 0, explanation.general.distance ?? 0)  // 1 21/8
    // end
    #expect(
      lines == [
        "117/8", "K1 general 11/8", "1", "1 117/8", "117/8", "1 K1 117/8 first", "1 21/8",
      ])
  }

  @Test func `orals and the final list, as their comments say`() throws {
    let list = try list()
    lines = []
    // example: OralPhase
    let phase = OralPhase(list, admissionBarre: 15)
    print(phase.filter(\.isConvoked).map(\.candidate))  // ["K1"]
    let verdicts = try OralVerdicts([Oral("K1", .satisfactory)], of: phase)
    for entry in try FinalList(verdicts) {
      print(entry.rank, entry.candidate, entry.decision)  // 1 K1 oral
    }
    // end
    #expect(lines == ["[\"K1\"]", "1 K1 oral"])
  }

  @Test func `calls, as their comments say`() throws {
    // example: FinalRanking
    let ranking = try FinalRanking([
      FinalRanking.Entry(rank: 1, candidate: "K1", isBoursier: false),
      FinalRanking.Entry(rank: 2, candidate: "K2", isBoursier: true),
    ])
    print(ranking.map(\.candidate))  // ["K1", "K2"]
    // end
    let order = try ordered()
    // example: CallSeason
    var season = CallSeason(order)
    print(try season.call(places: 1).called.map(\.candidate))  // ["K2"]
    try season.answer([CallAnswer("K2", .refused)])
    print(try season.call(places: 1).called.map(\.candidate))  // ["K1"]
    // end
    // example: SeasonStanding
    let standing = SeasonStanding(season)
    print(standing.counts.refused, standing.appels.map(\.depth))  // 1 [1, 2]
    // end
    #expect(
      lines == ["[\"K1\", \"K2\"]", "[\"K2\", \"K1\"]", "[\"K2\"]", "[\"K1\"]", "1 [1, 2]"])
  }

  /// Needs files, and is only compiled.
  private func imported() throws -> Scores {
    // example: ImportedCandidates
    let mapping = try ExportMapping(contentsOf: "mapping.yaml")
    let scheme = try AdmissionScheme(contentsOf: "scheme.yaml")
    let imported = try ImportedCandidates(contentsOf: "export.csv", mapping: mapping)
    let scores = Scores(of: try imported.candidates(for: scheme))
    // end
    return scores
  }
}

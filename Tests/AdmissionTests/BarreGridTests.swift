import Palmares
import TestSupport
import Testing

struct BarreGridTests {
  @Test func `every pair, every target and every statistic is that of a plain count`() throws {
    var random = SeededGenerator(7)
    for _ in 0..<24 {
      let session = try RandomAdmission(&random)
      let candidates = try Candidates(session.candidates, scheme: session.scheme)
      let scores = Scores(of: candidates)
      let rows = scores.map { ($0.general, $0.scientific) }
      let step: Mark =
        ["0.25", "0.5", 1, "0.3", 7, 20, "0.333333333333333"].randomElement(using: &random) ?? 1
      let grid = try BarreGrid(scores, step: step)
      #expect(grid.barres.first == 0 && (grid.barres.last ?? 0) <= 20)
      let plain = PlainCounts(scores, grid.barres)
      func count(_ general: Fraction, _ scientific: Mark) -> Int {
        let scientific = scientific.decimal.fraction
        return rows.count { $0.0 >= general && $0.1 >= scientific }
      }
      #expect(grid.pairs.map(\.admissible) == grid.pairs.map { plain.count($0.general, $0.scientific) })
      let target = Int.random(in: 1...8, using: &random)
      let found = try grid.highest(leaving: target)
      let possible = grid.barres.filter { plain.count(0, $0) >= target }
      #expect(found.map(\.pair.scientific) == possible)
      for row in found {
        let best = grid.barres.last { plain.count($0, row.pair.scientific) >= target }
        #expect(row.pair.general == best)
        #expect(row.pair.admissible == plain.count(row.pair.general, row.pair.scientific))
        #expect(count(row.lastScore, row.pair.scientific) >= target)
        #expect(!rows.contains { $0.0 > row.lastScore && count($0.0, row.pair.scientific) >= target })
      }
      check(ScoreStatistics(scores.general), rows.map(\.0))
      check(ScoreStatistics(scores.scientific), rows.map(\.1))
    }
  }

  @Test func `a step finer than a hundredth and a target below one are errors with the number`() throws {
    var random = SeededGenerator(8)
    let session = try RandomAdmission(&random)
    let scores = try Scores(of: Candidates(session.candidates, scheme: session.scheme))
    #expect(throws: BarreGridError.stepTooFine("0.009")) { try BarreGrid(scores, step: "0.009") }
    let grid = try BarreGrid(scores, step: 1)
    #expect(throws: BarreGridError.targetOutOfRange(0)) { try grid.highest(leaving: 0) }
    #expect(throws: BarreGridError.targetOutOfRange(-1)) { try grid.highestWithoutRepeats(leaving: -1) }
    #expect(try grid.highest(leaving: scores.count + 1).isEmpty)
  }

  private func check(_ statistics: ScoreStatistics, _ notes: [Fraction]) {
    #expect(statistics.count == notes.count)
    #expect(statistics.histogram.reduce(0, +) == notes.count)
    for (index, count) in statistics.histogram.enumerated() {
      let lower = Fraction(Int128(index), 2)
      let upper = Fraction(Int128(index) + 1, 2)
      #expect(count == notes.count { $0 >= lower && ($0 < upper || (index == 39 && $0 == upper)) })
    }
    guard let mean = statistics.mean, let deviation = statistics.standardDeviation else {
      #expect(notes.isEmpty)
      return
    }
    let values = notes.map { Double($0.numerator) / Double($0.denominator) }
    let expected = values.reduce(0, +) / Double(values.count)
    #expect(abs(Double(mean.numerator) / Double(mean.denominator) - expected) < 1e-8)
    let variance = values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) } / Double(values.count)
    #expect(abs(deviation - variance.squareRoot()) < 1e-6)
    for quantile in statistics.quantiles {
      let (percent, note) = (quantile.percent, quantile.score)
      let atMost = notes.count { $0 <= note } * 100
      let below = notes.count { $0 < note } * 100
      #expect(atMost >= percent * notes.count && (below < percent * notes.count || note == notes.min()))
    }
  }
}

/// Who reaches a pair of barres, counted one by one.
struct PlainCounts {
  private let general: [Mark: [Bool]]
  private let scientific: [Mark: [Bool]]

  /// - Parameter barres: those that will be asked about.
  init(_ scores: Scores, _ barres: [Mark]) {
    func reaching(_ column: ScoreColumn) -> [Mark: [Bool]] {
      let rows = scores.indices.map { column[$0] }
      return Dictionary(
        uniqueKeysWithValues: barres.map { barre in
          let least = barre.decimal.fraction
          return (barre, rows.map { $0 >= least })
        })
    }
    general = reaching(scores.general)
    scientific = reaching(scores.scientific)
  }

  func count(_ generalBarre: Mark, _ scientificBarre: Mark) -> Int {
    zip(general[generalBarre]!, scientific[scientificBarre]!).count { $0 && $1 }
  }
}

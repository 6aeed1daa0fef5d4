import Palmares
import TestSupport
import Testing

struct BarreGridTests {
  @Test func `every pair, every target and every statistic is that of a plain count`() throws {
    var random = SeededGenerator(7)
    for _ in 0..<24 {
      let session = try RandomAdmission(&random)
      let candidates = try Candidates(session.candidates, scheme: session.scheme)
      let notes = try Scores(candidates, scheme: session.scheme)
      let rows = (0..<notes.count).map { (notes.general[$0], notes.scientific[$0]) }
      let step: Mark =
        ["0.25", "0.5", 1, "0.3", 7, 20, "0.333333333333333"].randomElement(using: &random) ?? 1
      let grid = BarreGrid(notes, step: step)
      #expect(grid.bars.first == 0 && (grid.bars.last ?? 0) <= 20)
      let plain = PlainCounts(notes, grid.bars)
      func count(_ general: Fraction, _ scientific: Mark) -> Int {
        let scientific = scientific.decimal.fraction
        return rows.count { $0.0 >= general && $0.1 >= scientific }
      }
      #expect(grid.pairs.map(\.admissible) == grid.pairs.map { plain.count($0.general, $0.scientific) })
      let target = Int.random(in: 1...8, using: &random)
      let found = grid.highest(leaving: target)
      let possible = grid.bars.filter { plain.count(0, $0) >= target }
      #expect(found.map(\.pair.scientific) == possible)
      for row in found {
        let best = grid.bars.last { plain.count($0, row.pair.scientific) >= target }
        #expect(row.pair.general == best)
        #expect(row.pair.admissible == plain.count(row.pair.general, row.pair.scientific))
        #expect(count(row.lastNote, row.pair.scientific) >= target)
        #expect(!rows.contains { $0.0 > row.lastNote && count($0.0, row.pair.scientific) >= target })
      }
      check(ScoreStatistics(notes.general), rows.map(\.0))
      check(ScoreStatistics(notes.scientific), rows.map(\.1))
    }
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
    for (percent, note) in statistics.quantiles {
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

  /// - Parameter bars: those that will be asked about.
  init(_ notes: Scores, _ bars: [Mark]) {
    func reaching(_ column: ScoreColumn) -> [Mark: [Bool]] {
      let rows = (0..<notes.count).map { column[$0] }
      return Dictionary(
        uniqueKeysWithValues: bars.map { bar in
          let least = bar.decimal.fraction
          return (bar, rows.map { $0 >= least })
        })
    }
    general = reaching(notes.general)
    scientific = reaching(notes.scientific)
  }

  func count(_ generalBar: Mark, _ scienceBar: Mark) -> Int {
    zip(general[generalBar]!, scientific[scienceBar]!).count { $0 && $1 }
  }
}

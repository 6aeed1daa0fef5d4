import ExactValues
import Parallelism

extension ScorePair {
  /// Scores candidates that were checked, and whose weighted sums stay within 64 bits.
  init(_ candidates: Candidates, _ workers: Workers) {
    let (marks, scheme) = (candidates.marks, candidates.scheme)
    precondition(marks.count == scheme.evaluations.count, "the marks of these candidates were let go")
    let denominators = marks.map(\.denominator)
    let general = Weights(scheme, markDenominators: denominators) { _ in true }
    let scientific = Weights(scheme, markDenominators: denominators) { $0.isScientific }
    let columns = marks.map(\.cells)
    let ranges = workers.ranges(of: candidates.count, minimum: 1 << 13)
    var parts: [ScoringPart] = ranges.map { _ in ScoringPart() }
    var scientificSums: [Int64] = []
    let generalSums = withSums(candidates.count) { generalSums in
      scientificSums = withSums(candidates.count) { scientificSums in
        parts.withUnsafeMutableBufferPointer { parts in
          // Each range writes rows and a part of its own.
          nonisolated(unsafe) let (parts, generalSums, scientificSums) = (parts, generalSums, scientificSums)
          workers.perform(parts: ranges.count) { index in
            parts[index].score(
              ranges[index], candidates.doublettes, columns, scheme, general, scientific, generalSums,
              scientificSums)
          }
        }
      }
    }
    self.init(
      general: ScoreColumn(
        generalSums, general.totals, candidates.doublettes, parts.flatMap(\.lighterGeneral), workers),
      scientific: ScoreColumn(
        scientificSums, scientific.totals, candidates.doublettes, parts.flatMap(\.lighterScientific),
        workers))
  }
}

private func withSums(_ count: Int, _ body: (UnsafeMutableBufferPointer<Int64>) -> Void) -> [Int64] {
  [Int64](unsafeUninitializedCapacity: count) { buffer, initialized in
    body(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    initialized = count
  }
}

/// A candidate whose weights do not add to the doublette's total, because a mark was dropped.
private struct LighterSum {
  var row: Int
  var weight: Int64
}

/// What scoring a range of rows finds besides the sums.
private struct ScoringPart {
  var lighterGeneral: [LighterSum] = []
  var lighterScientific: [LighterSum] = []

  /// Rows are taken in blocks that stay in the nearest cache while every evaluation is added: 1 024 rows are 20 KB of
  /// sums, doublettes and one column of marks.
  private static let blockLength = 1 << 10

  mutating func score(
    _ rows: Range<Int>, _ doublettes: [UInt16], _ marks: [[OptionalMark]], _ scheme: AdmissionScheme,
    _ general: Weights, _ scientific: Weights, _ generalSums: UnsafeMutableBufferPointer<Int64>,
    _ scientificSums: UnsafeMutableBufferPointer<Int64>
  ) {
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      let block = start..<min(rows.upperBound, start + Self.blockLength)
      let hasMissing = Self.add(
        block, doublettes, marks, general, scientific, generalSums.baseAddress!, scientificSums.baseAddress!)
      if hasMissing, scheme.missing == .renormalise {
        weigh(block, doublettes, marks, scheme, general, scientific)
      }
    }
  }

  /// Adds weight · mark for every evaluation that weighs anything, to both sums.
  ///
  /// - Returns: whether a mark that weighs something was missing; it added nothing.
  private static func add(
    _ block: Range<Int>, _ doublettes: [UInt16], _ marks: [[OptionalMark]], _ general: Weights,
    _ scientific: Weights, _ generalSums: UnsafeMutablePointer<Int64>,
    _ scientificSums: UnsafeMutablePointer<Int64>
  ) -> Bool {
    for row in block { (generalSums[row], scientificSums[row]) = (0, 0) }
    var missing: Int32 = 0
    doublettes.withUnsafeBufferPointer { doublettes in
      for evaluation in marks.indices {
        let weights = Array(zip(general.byEvaluation[evaluation], scientific.byEvaluation[evaluation]))
        guard weights.contains(where: { $0.0 > 0 }) else { continue }
        let isScientific = weights.contains { $0.1 > 0 }
        weights.withUnsafeBufferPointer { weights in
          marks[evaluation].withUnsafeBufferPointer { marks in
            for row in block {
              let units = marks[row].units
              let weight = weights[Int(doublettes[row])]
              missing |= weight.0 > 0 ? units : 0
              generalSums[row] &+= weight.0 &* Int64(max(units, 0))
              if isScientific { scientificSums[row] &+= weight.1 &* Int64(max(units, 0)) }
            }
          }
        }
      }
    }
    return missing < 0
  }

  /// Finds the candidates of a block whose weights add to less, because marks are missing.
  private mutating func weigh(
    _ block: Range<Int>, _ doublettes: [UInt16], _ marks: [[OptionalMark]], _ scheme: AdmissionScheme,
    _ general: Weights, _ scientific: Weights
  ) {
    for row in block {
      let doublette = Int(doublettes[row])
      var weight = general.totals[doublette]
      var scientificWeight = scientific.totals[doublette]
      for evaluation in scheme.evaluations.indices
      where marks[evaluation][row].units < 0 && general.byEvaluation[evaluation][doublette] > 0 {
        weight -= general.weight(evaluation, doublette)
        scientificWeight -= scientific.weight(evaluation, doublette)
      }
      if weight != general.totals[doublette] { lighterGeneral.append(LighterSum(row: row, weight: weight)) }
      if scientificWeight != scientific.totals[doublette] {
        lighterScientific.append(LighterSum(row: row, weight: scientificWeight))
      }
    }
  }
}

extension ScoreColumn {
  /// Brings weighted sums over different sums of weights to one scale.
  ///
  /// - Parameters:
  ///   - sums: Σ weight · mark for each row, marks in ten-thousandths.
  ///   - totals: for each doublette, what its weights add to.
  ///   - lighter: the rows whose weights add to something else.
  fileprivate init(
    _ sums: consuming [Int64], _ totals: [Int64], _ doublettes: [UInt16], _ lighter: [LighterSum],
    _ workers: Workers
  ) {
    let common = Set(totals.filter { $0 > 0 })
    if lighter.isEmpty, common.count <= 1, let denominator = commonDenominator(common) {
      self.init(numerators: sums, scale: .common(denominator: denominator))
      return
    }
    var weights = doublettes.map { max(1, totals[Int($0)]) }
    for sum in lighter { weights[sum.row] = sum.weight }
    if let denominator = commonDenominator(Set(weights)) {
      for row in sums.indices { sums[row] *= denominator / weights[row] }
      self.init(numerators: sums, scale: .common(denominator: denominator))
      return
    }
    self.init(
      zip(sums, weights).map { sum, weight in
        Fraction(Int128(sum), Int128(weight) * Int128(OptionalMark.unitsPerOne))
      })
  }

  /// A column of scores that share no denominator.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ scores: [Fraction]) {
    let values = Set(scores).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(values, Int64(0)...))
    self.init(numerators: scores.map { positions[$0] ?? 0 }, scale: .positions(values))
  }
}

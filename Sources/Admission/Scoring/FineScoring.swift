import ExactValues
import Parallelism

/// Scores marks or coefficients that are too fine for sums in 64 bits: candidate by candidate, with fractions.
struct FineScoring {
  let doublettes: [UInt16]
  let marks: [MarkCells]
  let scheme: AdmissionScheme

  /// - Returns: the scores, and what is wrong: a mark that is missing, weights that add to zero, a score that leaves
  ///   127 bits. The scores of such a candidate stand for nothing.
  func scores(_ workers: Workers) -> (ScorePair, AdmissionError) {
    let ranges = workers.ranges(of: doublettes.count, minimum: 1 << 10)
    var parts = ranges.map { _ in Part() }
    parts.withUnsafeMutableBufferPointer { parts in
      // Each range writes a part of its own.
      nonisolated(unsafe) let parts = parts
      workers.perform(parts: ranges.count) { index in
        for row in ranges[index] { score(row, &parts[index]) }
      }
    }
    var error = AdmissionError()
    for part in parts { error.append(part.error) }
    let scores = ScorePair(
      general: ScoreColumn(parts.flatMap(\.general)), scientific: ScoreColumn(parts.flatMap(\.scientific)))
    return (scores, error)
  }

  private struct Part {
    var error = AdmissionError()
    var general: [Fraction] = []
    var scientific: [Fraction] = []
  }

  private func score(_ row: Int, _ part: inout Part) {
    var (general, scientific) = (WeightedMean(), WeightedMean())
    let doublette = Int(doublettes[row])
    let isKnown = doublette < scheme.doublettes.count
    // At most 500 of at most 10²¹: they add up in 127 bits.
    let weights = isKnown ? scheme.wholeCoefficients[doublette] : []
    var hasMissing = false
    for (evaluation, weight) in weights.enumerated() where weight > 0 {
      var mark = marks[evaluation][row]
      if mark == nil {
        switch scheme.missing {
        case .reject:
          part.error.add(row, .missingMark(evaluation: evaluation))
          hasMissing = true
        case .zero: mark = 0
        case .renormalise: break
        }
      }
      guard let mark else { continue }
      general.add(weight, mark)
      if scheme.evaluations[evaluation].isScientific { scientific.add(weight, mark) }
    }
    part.general.append(general.value ?? 0)
    part.scientific.append(scientific.value ?? 0)
    guard isKnown, !hasMissing else { return }
    if general.weight == 0 {
      part.error.add(row, .noWeight)
    } else if scientific.weight == 0 {
      part.error.add(row, .noScientificWeight)
    } else if general.value == nil || scientific.value == nil {
      part.error.add(row, .tooManyDigits)
    }
  }
}

/// A weighted mean in the making.
private struct WeightedMean {
  private(set) var weight: Int128 = 0
  /// Σ weight · mark over one denominator; nil where a part of it leaves 127 bits.
  private var sum: (numerator: Int128, denominator: Int128)? = (0, 1)

  mutating func add(_ weight: Int128, _ mark: Fraction) {
    self.weight += weight
    sum = sum.flatMap { Self.sum($0, weight, mark) }
  }

  private static func sum(
    _ sum: (numerator: Int128, denominator: Int128), _ weight: Int128, _ mark: Fraction
  ) -> (Int128, Int128)? {
    guard let common = leastCommonMultiple(sum.denominator, mark.denominator) else { return nil }
    let before = sum.numerator.multipliedReportingOverflow(by: common / sum.denominator)
    let factor = weight.multipliedReportingOverflow(by: common / mark.denominator)
    let product = mark.numerator.multipliedReportingOverflow(by: factor.partialValue)
    let total = before.partialValue.addingReportingOverflow(product.partialValue)
    guard !before.overflow, !factor.overflow, !product.overflow, !total.overflow else { return nil }
    return (total.partialValue, common)
  }

  /// Nil where there is no weight, or the mean leaves 127 bits.
  var value: Fraction? {
    guard weight > 0, let sum else { return nil }
    // Σ weight · mark is small where weight and denominator have much in common.
    let divisor = greatestCommonDivisor(sum.numerator, weight)
    let (denominator, overflow) = sum.denominator.multipliedReportingOverflow(by: weight / max(1, divisor))
    return overflow ? nil : Fraction(sum.numerator / max(1, divisor), denominator)
  }
}

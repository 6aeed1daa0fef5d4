import ExactValues

/// The weights of one note, générale or scientifique, as integers.
///
/// Where a common denominator of the doublettes' sums fits, each doublette's weights are stretched to add to it,
/// so that weighted sums of different doublettes compare as they are.
struct Weights {
  /// For each evaluation, the factor of its marks in each doublette: the weight, divided by the denominator of the
  /// marks.
  let byEvaluation: [[Int64]]
  /// What the weights of each doublette add to; 0 where no mark counts.
  let totals: [Int64]
  private let markDenominators: [Int32]

  /// - Parameter markDenominators: for each evaluation, the denominator of its ``MarkCells``; as
  ///   ``AdmissionScheme/canWeigh(_:)`` allows.
  init(_ scheme: AdmissionScheme, markDenominators: [Int32], counts: (Evaluation) -> Bool) {
    self.markDenominators = markDenominators
    let common = commonDenominator(markDenominators) ?? 1
    var byDoublette = scheme.wholeCoefficients.map { coefficients in
      let units = zip(scheme.evaluations, coefficients).map { counts($0) ? Int64($1) : 0 }
      let divisor = max(1, units.reduce(0, greatestCommonDivisor))
      return units.map { $0 / divisor }
    }
    var totals = byDoublette.map { $0.reduce(0, +) * common }
    if let total = commonDenominator(totals.lazy.filter { $0 > 0 }) {
      for doublette in byDoublette.indices where totals[doublette] > 0 {
        let factor = total / totals[doublette]
        byDoublette[doublette] = byDoublette[doublette].map { $0 * factor }
        totals[doublette] = total
      }
    }
    self.totals = totals
    byEvaluation = scheme.evaluations.indices.map { evaluation in
      byDoublette.map { $0[evaluation] * (common / Int64(markDenominators[evaluation])) }
    }
  }

  /// What an evaluation adds to the total of a doublette.
  func weight(_ evaluation: Int, _ doublette: Int) -> Int64 {
    byEvaluation[evaluation][doublette] * Int64(markDenominators[evaluation])
  }
}

/// The least common denominator of marks, or nil where it does not fit.
private func commonDenominator(_ marks: [Int32]) -> Int64? {
  var common: Int64? = 1
  for mark in marks { common = common.flatMap { leastCommonMultiple($0, Int64(mark)) } }
  return common
}

extension AdmissionScheme {
  /// Whether weighted sums of such marks stay within 64 bits.
  func canWeigh(_ marks: [MarkCells]) -> Bool {
    guard marks.allSatisfy(\.listed.isEmpty), let common = commonDenominator(marks.map(\.denominator)) else {
      return false
    }
    let largest = Int128(Int64.max / (2 * Int64(OptionalMark.largestUnits))) / Int128(common)
    return wholeCoefficients.allSatisfy { $0.reduce(0, +) <= largest }
  }
}

/// The least common denominator of means with such sums of weights, or nil where twenty times it could leave 64 bits.
func commonDenominator(_ weights: some Sequence<Int64>) -> Int64? {
  var common: Int64? = 1
  for weight in weights { common = common.flatMap { leastCommonMultiple($0, weight) } }
  return common.flatMap { $0 <= .max / (2 * Int64(OptionalMark.largestUnits)) ? $0 : nil }
}

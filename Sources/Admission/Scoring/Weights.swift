import ExactValues

/// The weights of one note, générale or scientifique, as integers.
///
/// Where a common multiple of the doublettes' sums fits, each doublette's weights are stretched to add to it,
/// so that weighted sums of different doublettes compare as they are.
struct Weights {
  /// For each evaluation, the factor of its marks in each doublette: the weight, divided by how much finer than
  /// ten-thousandths the marks are.
  let byEvaluation: [[Int64]]
  /// What the weights of each doublette add to; 0 where no mark counts.
  let totals: [Int64]
  private let markMultiples: [Int32]

  /// - Parameter markMultiples: for each evaluation, by how much finer than ten-thousandths its marks are; as
  ///   ``AdmissionScheme/canWeigh(_:)`` allows.
  init(_ scheme: AdmissionScheme, markMultiples: [Int32], counts: (Evaluation) -> Bool) {
    self.markMultiples = markMultiples
    let finest = commonFineness(markMultiples) ?? 1
    var byDoublette = scheme.wholeCoefficients.map { coefficients in
      let units = zip(scheme.evaluations, coefficients).map { counts($0) ? Int64($1) : 0 }
      let divisor = max(1, units.reduce(0, greatestCommonDivisor))
      return units.map { $0 / divisor }
    }
    var totals = byDoublette.map { $0.reduce(0, +) * finest }
    if let common = commonMultiple(totals.lazy.filter { $0 > 0 }) {
      for doublette in byDoublette.indices where totals[doublette] > 0 {
        let factor = common / totals[doublette]
        byDoublette[doublette] = byDoublette[doublette].map { $0 * factor }
        totals[doublette] = common
      }
    }
    self.totals = totals
    byEvaluation = scheme.evaluations.indices.map { evaluation in
      byDoublette.map { $0[evaluation] * (finest / Int64(markMultiples[evaluation])) }
    }
  }

  /// What an evaluation adds to the total of a doublette.
  func weight(_ evaluation: Int, _ doublette: Int) -> Int64 {
    byEvaluation[evaluation][doublette] * Int64(markMultiples[evaluation])
  }
}

/// The least common multiple, or nil where it does not fit.
private func commonFineness(_ multiples: [Int32]) -> Int64? {
  var finest: Int64? = 1
  for multiple in multiples { finest = finest.flatMap { leastCommonMultiple($0, Int64(multiple)) } }
  return finest
}

extension AdmissionScheme {
  /// Whether weighted sums of such marks stay within 64 bits.
  func canWeigh(_ marks: [MarkCells]) -> Bool {
    guard marks.allSatisfy(\.listed.isEmpty), let finest = commonFineness(marks.map(\.multiple)) else {
      return false
    }
    let largest = Int128(Int64.max / (2 * Int64(OptionalMark.largestUnits))) / Int128(finest)
    return wholeCoefficients.allSatisfy { $0.reduce(0, +) <= largest }
  }
}

/// The least common multiple of sums of weights, or nil where twenty times it could leave 64 bits.
func commonMultiple(_ weights: some Sequence<Int64>) -> Int64? {
  var multiple: Int64? = 1
  for weight in weights { multiple = multiple.flatMap { leastCommonMultiple($0, weight) } }
  return multiple.flatMap { $0 <= .max / (2 * Int64(OptionalMark.largestUnits)) ? $0 : nil }
}

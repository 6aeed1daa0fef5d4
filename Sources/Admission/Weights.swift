import ExactValues

/// The weights of one note (générale or scientifique), as integers.
///
/// Where a common multiple of the doublettes' sums fits, each doublette's weights are stretched to add to it,
/// so that weighted sums of different doublettes compare as they are.
struct Weights {
  /// For each evaluation, the weight in each doublette.
  let byEvaluation: [[Int64]]
  /// What the weights of each doublette add to; 0 where no mark counts.
  let totals: [Int64]

  init(_ scheme: AdmissionScheme, counts: (Evaluation) -> Bool) {
    var byDoublette = scheme.coefficients.map { coefficients in
      let units = zip(scheme.evaluations, coefficients).map { counts($0) ? $1.units : 0 }
      let divisor = max(1, units.reduce(0, greatestCommonDivisor))
      return units.map { $0 / divisor }
    }
    var totals = byDoublette.map { $0.reduce(0, +) }
    if let common = commonMultiple(totals.lazy.filter { $0 > 0 }) {
      for doublette in byDoublette.indices where totals[doublette] > 0 {
        let factor = common / totals[doublette]
        byDoublette[doublette] = byDoublette[doublette].map { $0 * factor }
        totals[doublette] = common
      }
    }
    self.totals = totals
    byEvaluation = scheme.evaluations.indices.map { evaluation in byDoublette.map { $0[evaluation] } }
  }
}

/// The least common multiple of sums of weights, or nil where twenty times it could leave 64 bits.
func commonMultiple(_ weights: some Sequence<Int64>) -> Int64? {
  var multiple: Int64? = 1
  for weight in weights { multiple = multiple.flatMap { leastCommonMultiple($0, weight) } }
  return multiple.flatMap { $0 <= .max / (2 * Int64(Mark.maximumUnits)) ? $0 : nil }
}

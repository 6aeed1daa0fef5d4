extension LinearModel {
  /// How far a sum may be off, for each unit of the magnitudes added to it and at least one unit. Ten times
  /// GLPK's own tolerance of 10⁻⁷; not measured.
  private static let tolerance = 1e-6

  /// Whether every column's value and every row's sum is within its bounds, or a millionth of the magnitudes
  /// added beyond.
  func isNearlyFeasible(_ values: [Double]) -> Bool {
    func isWithin(_ sum: Double, _ scale: Double, _ lower: Int64, _ upper: Int64) -> Bool {
      let slack = Self.tolerance * max(1, scale)
      return (lower == .min || sum >= Double(lower) - slack)
        && (upper == .max || sum <= Double(upper) + slack)
    }
    for column in 0..<columnCount {
      let value = values[column]
      guard value.isFinite, isWithin(value, abs(value), columnLower[column], columnUpper[column]) else {
        return false
      }
    }
    for row in 0..<rowCount {
      var (sum, scale) = (0.0, 0.0)
      for term in terms(row) {
        let product = Double(coefficients[term]) * values[Int(termColumns[term])]
        sum += product
        scale += abs(product)
      }
      guard isWithin(sum, scale, rowLower[row], rowUpper[row]) else { return false }
    }
    return true
  }

  /// Whether the rows' duals bound the objective by that of `values`, or a millionth of the magnitudes added
  /// away.
  func isNearlyOptimal(_ values: [Double], _ duals: [Double]) -> Bool {
    var (gap, scale) = (0.0, 1.0)
    /// Adds what a dual presses against; one as small as rounding makes it presses against nothing.
    func press(_ dual: Double, _ dualScale: Double, _ lower: Int64, _ upper: Int64) -> Bool {
      let bound = dual > 0 ? lower : upper
      if bound == .min || bound == .max { return abs(dual) <= Self.tolerance * max(1, dualScale) }
      gap -= dual * Double(bound)
      scale += abs(dual * Double(bound))
      return true
    }
    var reduced = costs.map { Double($0) }
    var reducedScale = reduced.map(abs)
    for row in 0..<rowCount {
      let dual = duals[row]
      guard dual.isFinite, press(dual, abs(dual), rowLower[row], rowUpper[row]) else { return false }
      for term in terms(row) {
        let product = Double(coefficients[term]) * dual
        reduced[Int(termColumns[term])] -= product
        reducedScale[Int(termColumns[term])] += abs(product)
      }
    }
    for column in 0..<columnCount {
      guard press(reduced[column], reducedScale[column], columnLower[column], columnUpper[column]) else {
        return false
      }
      let product = Double(costs[column]) * values[column]
      gap += product
      scale += abs(product)
    }
    return abs(gap) <= Self.tolerance * scale
  }

  func objective(_ values: [Double]) -> Double {
    zip(costs, values).reduce(0) { $0 + Double($1.0) * $1.1 }
  }
}

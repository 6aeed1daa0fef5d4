extension LinearModel {
  /// Whether `point` is within every bound; nil where whole numbers of 128 bits do not hold the sums.
  ///
  /// - Complexity: O(*r* + *c* + *t*), for *r* rows, *c* columns and *t* terms; so for all of these checks.
  func isFeasible(_ point: RationalVector) -> Bool? {
    let denominator = Int128(point.denominator)
    func isWithin(_ sum: Int128, _ lower: Int64, _ upper: Int64) -> Bool {
      (lower == .min || sum >= Int128(lower) * denominator)
        && (upper == .max || sum <= Int128(upper) * denominator)
    }
    for column in 0..<columnCount
    where !isWithin(Int128(point.numerators[column]), columnLower[column], columnUpper[column]) {
      return false
    }
    for row in 0..<rowCount {
      var sum = ExactSum()
      for term in terms(row) { sum.add(coefficients[term], point.numerators[Int(termColumns[term])]) }
      guard let sum = sum.value else { return nil }
      if !isWithin(sum, rowLower[row], rowUpper[row]) { return false }
    }
    return true
  }

  /// The objective's numerator over the denominator of `point`.
  func objective(_ point: RationalVector) -> Int128? {
    var sum = ExactSum()
    for column in 0..<columnCount { sum.add(costs[column], point.numerators[column]) }
    return sum.value
  }

  enum DualBound: Equatable {
    /// No solution is better than this numerator over the duals' denominator.
    case numerator(Int128)
    /// These duals bound nothing.
    case none
    /// 128 bits do not hold the sums.
    case unknown
  }

  /// What the duals of the rows prove of every solution's objective: the sum of each row's and each column's
  /// dual times the bound that it presses against (weak duality; Gale, Kuhn and Tucker 1951).
  func dualBound(_ duals: RationalVector) -> DualBound {
    var sum = ExactSum()
    func press(_ dual: Int128, _ lower: Int64, _ upper: Int64) -> Bool {
      let bound = dual > 0 ? lower : upper
      guard dual != 0 else { return true }
      guard bound != .min, bound != .max else { return false }
      sum.add(bound, dual)
      return true
    }
    var reduced = costs.map { ExactSum(Int128($0) * Int128(duals.denominator)) }
    for row in 0..<rowCount {
      let dual = duals.numerators[row]
      guard press(Int128(dual), rowLower[row], rowUpper[row]) else { return .none }
      for term in terms(row) { reduced[Int(termColumns[term])].add(coefficients[term], -dual) }
    }
    for column in 0..<columnCount {
      guard let dual = reduced[column].value else { return .unknown }
      guard press(dual, columnLower[column], columnUpper[column]) else { return .none }
    }
    guard let sum = sum.value else { return .unknown }
    return .numerator(sum)
  }
}

/// A sum in 128 bits that knows whether it has left them.
struct ExactSum {
  private var sum: Int128
  private var hasOverflowed = false

  init(_ sum: Int128 = 0) { self.sum = sum }

  var value: Int128? { hasOverflowed ? nil : sum }

  mutating func add(_ a: Int64, _ b: Int64) { add(sum.addingReportingOverflow(Int128(a) * Int128(b))) }

  mutating func add(_ a: Int64, _ b: Int128) {
    let (product, overflow) = b.multipliedReportingOverflow(by: Int128(a))
    if overflow { hasOverflowed = true } else { add(sum.addingReportingOverflow(product)) }
  }

  private mutating func add(_ next: (partialValue: Int128, overflow: Bool)) {
    sum = next.partialValue
    if next.overflow { hasOverflowed = true }
  }
}

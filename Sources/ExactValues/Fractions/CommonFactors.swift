/// The greatest common divisor of two non-negative integers, by Euclid; `gcd(0, n) = n`.
@inlinable
package func greatestCommonDivisor<I: BinaryInteger>(_ a: I, _ b: I) -> I {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

/// The same, with short divisions as soon as they do.
package func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
  var (a, b) = (a, b)
  while b != 0 {
    if let short = UInt64(exactly: a), let other = UInt64(exactly: b) {
      return Int128(greatestCommonDivisor(short, other))
    }
    (a, b) = (b, a % b)
  }
  return a
}

/// The least common multiple of two positive integers, or nil where it does not fit.
package func leastCommonMultiple<I: FixedWidthInteger>(_ a: I, _ b: I) -> I? {
  let (product, overflow) = (a / greatestCommonDivisor(a, b)).multipliedReportingOverflow(by: b)
  return overflow ? nil : product
}

/// The smallest whole numbers in the ratios of some decimals; all 0 where the decimals are.
///
/// - Complexity: O(*n*) divisions, *n* decimals.
package func wholeRatios(_ decimals: some Collection<FixedDecimal>) -> [Int128] {
  let divisor = max(1, decimals.reduce(0) { greatestCommonDivisor($0, $1.units) })
  return decimals.map { $0.units / divisor }
}

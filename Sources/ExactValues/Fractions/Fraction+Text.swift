/// How fractions are printed.
extension Fraction {
  /// The value as a mean is printed: with at most six decimals, without trailing zeros, and never at or over a
  /// threshold that it does not reach.
  ///
  /// Rounded half to even; but where that would go up to a number of at most four decimals, which is what
  /// thresholds are, or to or over `bound`, the decimals after the sixth are cut off: 9.9999999 is printed as
  /// 9.999999.
  ///
  /// - Parameter bound: a threshold the mean is compared with, whatever its decimals.
  public func decimalText(under bound: Fraction? = nil) -> String {
    let cut = CutDecimal(self, digits: 6)
    guard cut.isRoundedUp else { return cut.description }
    let up = cut.next
    if up.part % FractionFormatter.millionthsPerTenThousandth == 0 { return cut.description }
    if let bound, self < bound, up.fraction.map({ $0 >= bound }) ?? false { return cut.description }
    return up.description
  }

  /// The value with at most `digits` decimals, rounded half to even, without trailing zeros.
  ///
  /// - Parameter digits: 1 to 18.
  public func decimalText(digits: Int) -> String {
    let cut = CutDecimal(self, digits: digits)
    return cut.isRoundedUp ? cut.next.description : cut.description
  }

  /// Whether a decimal that stands beside this value is how it is printed: rounded to six decimals, half to
  /// even or down, or the value itself.
  public func isPrinted(as decimal: FixedDecimal) -> Bool {
    let cut = CutDecimal(self, digits: 6)
    let given = CutDecimal(decimal.fraction, digits: 6)
    guard given.isExact else { return decimal.fraction == self }
    return given.hasValue(of: cut) || (cut.isRoundedUp && given.hasValue(of: cut.next))
  }
}

/// A fraction down to so many decimals.
private struct CutDecimal: CustomStringConvertible {
  private let whole: UInt128
  /// Behind the point, as a whole number of `digits` digits.
  let part: UInt64
  private let digits: Int
  private let scale: UInt64
  /// Whether nothing was cut off.
  let isExact: Bool
  /// Whether the rounding half to even is the next decimal.
  let isRoundedUp: Bool

  /// - Parameter digits: 1 to 18.
  init(_ value: Fraction, digits: Int) {
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, part, remainder) = value.parts(scale: scale)
    let complement = UInt128(value.denominator) - remainder
    self.init(
      whole, part, digits, scale, isExact: remainder == 0,
      isRoundedUp: remainder > complement || (remainder == complement && part & 1 == 1))
  }

  private init(
    _ whole: UInt128, _ part: UInt64, _ digits: Int, _ scale: UInt64, isExact: Bool, isRoundedUp: Bool
  ) {
    self.whole = whole
    self.part = part
    self.digits = digits
    self.scale = scale
    self.isExact = isExact
    self.isRoundedUp = isRoundedUp
  }

  /// One more in the last place.
  var next: CutDecimal {
    let isWhole = part + 1 == scale
    return CutDecimal(
      isWhole ? whole + 1 : whole, isWhole ? 0 : part + 1, digits, scale, isExact: true, isRoundedUp: false)
  }

  func hasValue(of other: CutDecimal) -> Bool { whole == other.whole && part == other.part }

  /// Nil where it leaves 127 bits.
  var fraction: Fraction? {
    let (units, overflow) = whole.multipliedReportingOverflow(by: UInt128(scale))
    guard !overflow, units <= UInt128(Int128.max) - UInt128(part) else { return nil }
    return Fraction(Int128(units + UInt128(part)), Int128(scale))
  }

  var description: String {
    guard part > 0 else { return String(whole) }
    var decimals = String(part)
    decimals = String(repeating: "0", count: digits - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }
}

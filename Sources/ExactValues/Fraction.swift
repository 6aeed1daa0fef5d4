/// An exact non-negative rational number, always reduced.
///
/// A note written `p/q` in a `*_exacte` column is one of these; so is every comparison that decides.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int128
  public let denominator: Int128

  /// - Parameters:
  ///   - numerator: ≥ 0.
  ///   - denominator: > 0.
  /// - Complexity: O(log *d*), *d* = the denominator.
  public init(_ numerator: Int128, _ denominator: Int128) {
    precondition(numerator >= 0 && denominator > 0, "a fraction of this project is never negative")
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Reads `p/q` in ASCII digits, q > 0, or a decimal as ``FixedDecimal`` does.
  ///
  /// - Returns: nil where the text is anything else, or a part of it leaves 127 bits.
  public init?(parsing text: UnsafeRawBufferPointer) {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
      guard let decimal = try? FixedDecimal(parsing: text) else { return nil }
      self = decimal.fraction
      return
    }
    guard let numerator = wholeNumber(text[..<slash]), let denominator = wholeNumber(text[(slash + 1)...]),
      denominator > 0
    else { return nil }
    self.init(numerator, denominator)
  }

  public init?(parsing text: String) {
    var text = text
    guard let value = text.withUTF8({ Fraction(parsing: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = value
  }

  /// The whole part, how many times `1 / scale` is contained in the rest, and what is left, in units of
  /// 1 / (scale · denominator).
  ///
  /// - Parameter scale: > 0.
  /// - Complexity: O(1).
  public func parts(scale: UInt64) -> (whole: UInt128, part: UInt64, remainder: UInt128) {
    if let numerator = UInt64(exactly: numerator), let denominator = UInt64(exactly: denominator),
      denominator <= .max / scale
    {
      let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      let (part, remainder) = (rest * scale).quotientAndRemainder(dividingBy: denominator)
      return (UInt128(whole), part, UInt128(remainder))
    }
    let divisor = UInt128(denominator)
    let (whole, rest) = UInt128(numerator).quotientAndRemainder(dividingBy: divisor)
    let (part, remainder) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: UInt128(scale)))
    return (whole, UInt64(part), remainder)
  }
}

/// Nil where a byte is no digit, or there is none, or the number leaves 127 bits.
private func wholeNumber(_ text: Slice<UnsafeRawBufferPointer>) -> Int128? {
  guard !text.isEmpty else { return nil }
  var value: Int128 = 0
  for byte in text {
    guard byte &- UInt8(ascii: "0") < 10 else { return nil }
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(Int128(byte &- UInt8(ascii: "0")))
    guard !overflow, !carry else { return nil }
    value = sum
  }
  return value
}

extension Fraction: Comparable {
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator.magnitude.multipliedFullWidth(by: b.denominator.magnitude)
      < b.numerator.magnitude.multipliedFullWidth(by: a.denominator.magnitude)
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  /// - Parameter value: ≥ 0.
  public init(integerLiteral value: Int64) { self.init(Int128(value), 1) }
}

extension Fraction: CustomStringConvertible {
  /// `p/q`, or `p` where the value is whole.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// The greatest common divisor of two non-negative integers, by Euclid; `gcd(0, n) = n`.
@inlinable
public func greatestCommonDivisor<I: BinaryInteger>(_ a: I, _ b: I) -> I {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

/// The same, with short divisions as soon as they do.
public func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
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
public func leastCommonMultiple<I: FixedWidthInteger>(_ a: I, _ b: I) -> I? {
  let (product, overflow) = (a / greatestCommonDivisor(a, b)).multipliedReportingOverflow(by: b)
  return overflow ? nil : product
}

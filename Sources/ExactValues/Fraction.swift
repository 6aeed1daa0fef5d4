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

  /// Reads `p` or `p/q` in ASCII digits, at most 30 in each part, q > 0.
  ///
  /// - Returns: nil where the text is anything else.
  public init?(parsing text: UnsafeRawBufferPointer) {
    var parts: (Int128, Int128) = (0, 0)
    var digits = (0, 0)
    var slash = false
    for byte in text {
      if byte &- UInt8(ascii: "0") < 10 {
        let digit = Int128(byte &- UInt8(ascii: "0"))
        if slash {
          parts.1 = parts.1 * 10 + digit
          digits.1 += 1
        } else {
          parts.0 = parts.0 * 10 + digit
          digits.0 += 1
        }
        guard digits.0 <= 30, digits.1 <= 30 else { return nil }
      } else if byte == UInt8(ascii: "/"), !slash {
        slash = true
      } else {
        return nil
      }
    }
    guard digits.0 > 0, slash == (digits.1 > 0), !slash || parts.1 > 0 else { return nil }
    self.init(parts.0, slash ? parts.1 : 1)
  }

  public init?(parsing text: String) {
    var text = text
    guard let value = text.withUTF8({ Fraction(parsing: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = value
  }

  /// The value with at most `digits` decimals, rounded half to even, without trailing zeros.
  ///
  /// - Parameter digits: 0 to 18.
  public func decimalText(digits: Int = 6) -> String {
    var scale: UInt128 = 1
    for _ in 0..<digits { scale *= 10 }
    let divisor = UInt128(denominator)
    var (whole, rest) = UInt128(numerator).quotientAndRemainder(dividingBy: divisor)
    var (part, remainder) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: scale))
    let complement = divisor - remainder
    if remainder > complement || (remainder == complement && (part + whole * (scale & 1)) & 1 == 1) {
      part += 1
    }
    rest = part
    if rest == scale {
      whole += 1
      rest = 0
    }
    guard rest > 0 else { return String(whole) }
    var decimals = String(rest)
    decimals = String(repeating: "0", count: digits - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }
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

/// The least common multiple of two positive integers, or nil where it does not fit.
public func leastCommonMultiple<I: FixedWidthInteger>(_ a: I, _ b: I) -> I? {
  let (product, overflow) = (a / greatestCommonDivisor(a, b)).multipliedReportingOverflow(by: b)
  return overflow ? nil : product
}

/// An exact non-negative rational number, always reduced.
///
/// Scores and means are fractions, so that two that are equal compare equal.
///
/// ```swift
/// let mean = Fraction(numerator: 2 * 15 + 14, denominator: 3)!
/// print(mean, mean.decimalText(), mean > 14)  // 44/3 14.666667 true
/// ```
public struct Fraction: Hashable, Sendable {
  /// In lowest terms, ≥ 0.
  public let numerator: Int128
  /// In lowest terms, > 0.
  public let denominator: Int128

  /// A quotient, such as a mean of marks.
  ///
  /// - Parameters:
  ///   - numerator: ≥ 0.
  ///   - denominator: > 0.
  /// - Returns: nil for a negative numerator, or a denominator of 0 or less.
  /// - Complexity: O(log *d*), *d* = the denominator.
  public init?(numerator: Int128, denominator: Int128) {
    guard numerator >= 0, denominator > 0 else { return nil }
    self.init(numerator, denominator)
  }

  /// - Parameters:
  ///   - numerator: ≥ 0.
  ///   - denominator: > 0.
  @usableFromInline
  package init(_ numerator: Int128, _ denominator: Int128) {
    precondition(numerator >= 0 && denominator > 0, "a fraction of this project is never negative")
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Reads `p/q` in digits, q > 0, or a decimal as ``FixedDecimal`` does.
  ///
  /// - Throws: ``DecimalDefect``: `tooLarge` where p or q leaves 127 bits.
  public init(_ text: some StringProtocol) throws(DecimalDefect) {
    self = try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DecimalDefect) in
      try Fraction(reading: UnsafeRawBufferPointer(bytes))
    }
  }

  private init(reading text: UnsafeRawBufferPointer) throws(DecimalDefect) {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
      self = try FixedDecimal(parsing: text).fraction
      return
    }
    let numerator = try wholeNumber(text[..<slash])
    let denominator = try wholeNumber(text[(slash + 1)...])
    guard denominator > 0 else { throw .notADecimal }
    self.init(numerator, denominator)
  }

  /// Reads bytes as ``init(_:)`` reads text; nil where that throws.
  package init?(parsing text: UnsafeRawBufferPointer) {
    guard let value = try? Fraction(reading: text) else { return nil }
    self = value
  }

  package init?(parsing text: String) {
    guard let value = try? Fraction(text) else { return nil }
    self = value
  }

  /// The whole part, how many times `1 / scale` is contained in the rest, and what is left, in units of
  /// 1 / (scale · denominator).
  ///
  /// - Parameter scale: > 0.
  /// - Complexity: O(1).
  package func parts(scale: UInt64) -> (whole: UInt128, part: UInt64, remainder: UInt128) {
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

private func wholeNumber(_ text: Slice<UnsafeRawBufferPointer>) throws(DecimalDefect) -> Int128 {
  guard !text.isEmpty else { throw .notADecimal }
  var value: Int128 = 0
  var isTooLarge = false
  for byte in text {
    guard byte &- UInt8(ascii: "0") < 10 else { throw .notADecimal }
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(Int128(byte &- UInt8(ascii: "0")))
    isTooLarge = isTooLarge || overflow || carry
    value = sum
  }
  if isTooLarge { throw .tooLarge }
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

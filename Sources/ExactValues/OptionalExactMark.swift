/// A mark as a reduced fraction, or none: what a cell of a `*_exacte` column of marks holds, in eight bytes.
public struct OptionalExactMark: Hashable, Sendable {
  /// ≤ 20 · denominator.
  public let numerator: UInt32
  /// 0 where there is no mark.
  public let denominator: UInt32

  /// A fraction with a greater denominator is not read.
  public static let largestDenominator = 100_000_000

  public static let missing = OptionalExactMark(numerator: 0, denominator: 0)
  public static let zero = OptionalExactMark(numerator: 0, denominator: 1)

  private init(numerator: UInt32, denominator: UInt32) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// - Returns: nil above 20, and where the denominator is above ``largestDenominator``.
  public init?(_ fraction: Fraction) {
    guard fraction.denominator <= Self.largestDenominator,
      fraction.numerator <= 20 * fraction.denominator
    else { return nil }
    numerator = UInt32(fraction.numerator)
    denominator = UInt32(fraction.denominator)
  }

  public var fraction: Fraction? {
    denominator == 0 ? nil : Fraction(Int128(numerator), Int128(denominator))
  }

  /// By how much finer than ten-thousandths a scale must be to hold the mark; 1 for no mark.
  public var fineness: Int32 {
    guard denominator > 0 else { return 1 }
    return Int32(denominator / greatestCommonDivisor(denominator, UInt32(FixedDecimal.unitsPerOne)))
  }

  /// The mark in units of 1 / (10 000 · multiple).
  ///
  /// - Parameter multiple: a multiple of ``fineness``.
  public func units(multiple: Int32) -> OptionalMark {
    guard denominator > 0 else { return .missing }
    let scale = UInt64(multiple) * UInt64(FixedDecimal.unitsPerOne)
    return OptionalMark(uncheckedUnits: Int32(scale / UInt64(denominator) * UInt64(numerator)))
  }
}

/// A mark printed with at most six decimals, or none, as it stands beside an exact one.
public struct OptionalRoundedMark: Hashable, Sendable {
  /// −1 where there is no mark.
  public let millionths: Int32

  public static let missing = OptionalRoundedMark(uncheckedMillionths: -1)

  private init(uncheckedMillionths: Int32) { millionths = uncheckedMillionths }

  /// Reads `12`, `12.5` or `12,5`, digits on both sides of the point, at most six decimals.
  ///
  /// - Returns: nil where the text is anything else, or more than 20.
  public init?(parsing text: UnsafeRawBufferPointer) {
    guard let point = text.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else {
      guard let value = digits(text[...], atMost: 2), value <= 20 else { return nil }
      millionths = value * 1_000_000
      return
    }
    let decimals = text[(point + 1)...]
    guard let whole = digits(text[..<point], atMost: 2), var part = digits(decimals, atMost: 6) else {
      return nil
    }
    for _ in decimals.count..<6 { part *= 10 }
    guard whole < 20 || (whole == 20 && part == 0) else { return nil }
    millionths = whole * 1_000_000 + part
  }

  /// Whether this is the rounding, half to even, of an exact mark.
  public func isRounding(of mark: OptionalExactMark) -> Bool {
    guard mark.denominator > 0 else { return millionths < 0 }
    let divisor = UInt64(mark.denominator)
    let (quotient, remainder) = (UInt64(mark.numerator) * 1_000_000).quotientAndRemainder(dividingBy: divisor)
    let isUp = 2 * remainder > divisor || (2 * remainder == divisor && quotient % 2 == 1)
    return Int64(millionths) == Int64(quotient) + (isUp ? 1 : 0)
  }
}

private func digits(_ text: Slice<UnsafeRawBufferPointer>, atMost longest: Int) -> Int32? {
  guard 1...longest ~= text.count else { return nil }
  var value: Int32 = 0
  for byte in text {
    guard byte &- UInt8(ascii: "0") < 10 else { return nil }
    value = value * 10 + Int32(byte &- UInt8(ascii: "0"))
  }
  return value
}

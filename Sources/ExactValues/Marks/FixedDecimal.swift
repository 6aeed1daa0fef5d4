/// A decimal number with at most fifteen decimals, held exactly as a count of 10⁻¹⁵.
///
/// Thresholds, coefficients and steps are decimals; nothing that decides is ever a `Double`. Range: 0 to below 10¹⁵.
///
/// ```swift
/// let coefficient = try FixedDecimal(text)  // text: "12,50"
/// print(coefficient, coefficient < 13)  // 12.5 true
/// ```
public struct FixedDecimal: Hashable, Sendable {
  /// No number has more decimals.
  public static let mostDecimals = 15
  /// How many units make one.
  public static let unitsPerOne: Int128 = 1_000_000_000_000_000
  /// How many units make a ten-thousandth.
  static let unitsPerTenThousandth: Int64 = 100_000_000_000

  /// The value in units of 10⁻¹⁵.
  public let units: Int128

  /// - Parameter units: of 10⁻¹⁵, 0 to below 10³⁰.
  package init(units: Int128) {
    precondition(0..<Self.unitsPerOne * Self.unitsPerOne ~= units, "a decimal is 0 to below 10^15")
    self.units = units
  }

  /// - Parameter tenThousandths: ≥ 0.
  package init(tenThousandths: Int64) {
    self.init(units: Int128(tenThousandths) * Int128(Self.unitsPerTenThousandth))
  }

  /// The value in ten-thousandths, or nil where it has more than four decimals.
  public var tenThousandths: Int64? {
    // Most numbers are below 9 000: 64 bits do.
    if let units = Int64(exactly: units) {
      let (quotient, rest) = units.quotientAndRemainder(dividingBy: Self.unitsPerTenThousandth)
      return rest == 0 ? quotient : nil
    }
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: Int128(Self.unitsPerTenThousandth))
    return rest == 0 ? Int64(exactly: quotient) : nil
  }

  /// Reads `12`, `12.5` or `12,5`: digits on both sides of the point, no sign, no exponent, no thousands
  /// separator. A number may have fifteen decimals, and any number of zeros behind them.
  ///
  /// - Throws: ``DecimalDefect``.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ text: some StringProtocol) throws(DecimalDefect) {
    self = try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DecimalDefect) in
      try FixedDecimal(parsing: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Reads bytes as ``init(_:)`` reads text.
  package init(parsing text: UnsafeRawBufferPointer) throws(DecimalDefect) {
    var whole: UInt64 = 0
    var part: UInt64 = 0
    var digitsBefore = 0
    var decimals = -1
    var isTooLarge = false
    var isTooFine = false
    for byte in text {
      let digit = UInt64(byte &- UInt8(ascii: "0"))
      if digit < 10 {
        if decimals < 0 {
          digitsBefore += 1
          whole = whole &* 10 &+ digit
          if whole >= UInt64(Self.unitsPerOne) { (whole, isTooLarge) = (0, true) }
        } else {
          decimals += 1
          if decimals <= Self.mostDecimals {
            part = part &* 10 &+ digit
          } else {
            isTooFine = isTooFine || digit > 0
          }
        }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), decimals < 0, digitsBefore > 0 {
        decimals = 0
      } else {
        throw .notADecimal
      }
    }
    guard digitsBefore > 0, decimals != 0 else { throw .notADecimal }
    if isTooLarge { throw .tooLarge }
    if isTooFine { throw .tooManyDecimals }
    var place = max(0, decimals)
    while place < Self.mostDecimals {
      part *= 10
      place += 1
    }
    units = Int128(whole) * Self.unitsPerOne + Int128(part)
  }

  package init(parsing text: String) throws(DecimalDefect) { try self.init(text) }
}

extension FixedDecimal: Comparable {
  public static func < (a: FixedDecimal, b: FixedDecimal) -> Bool { a.units < b.units }
}

extension FixedDecimal: ExpressibleByIntegerLiteral {
  /// - Parameter value: 0 to below 10¹⁵.
  public init(integerLiteral value: Int64) { self.init(units: Int128(value) * Self.unitsPerOne) }
}

extension FixedDecimal: ExpressibleByStringLiteral {
  /// A literal that is no decimal number is the caller's bug and traps.
  public init(stringLiteral value: String) {
    guard let parsed = try? FixedDecimal(parsing: value) else {
      preconditionFailure("\(value) is not a decimal number with at most fifteen decimals")
    }
    self = parsed
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// The shortest decimal: `12`, `12.5`, `0.0625`.
  public var description: String { fraction.decimalText(digits: Self.mostDecimals) }

  /// The same value as a reduced fraction.
  public var fraction: Fraction {
    if let tenThousandths { return Fraction(Int128(tenThousandths), 10_000) }
    return Fraction(units, Self.unitsPerOne)
  }
}

/// A decimal number with at most four decimals, held exactly as a count of ten-thousandths.
///
/// Thresholds, coefficients and steps are of this type; nothing that decides is ever a `Double`.
/// Range: 0 to 922 337 203 685 477 (the contract has no negative numbers).
public struct FixedDecimal: Hashable, Sendable {
  /// How many units make one.
  public static let unitsPerOne: Int64 = 10_000

  /// The value in ten-thousandths.
  public let units: Int64

  /// - Parameter units: ten-thousandths, ≥ 0.
  public init(units: Int64) {
    precondition(units >= 0, "a decimal of this project is never negative")
    self.units = units
  }

  /// Reads `12`, `12.5` or `12,5`: digits on both sides of the point, at most four decimals, no sign,
  /// no exponent, no thousands separator.
  ///
  /// - Throws: ``DecimalDefect``.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(parsing text: UnsafeRawBufferPointer) throws(DecimalDefect) {
    var units: Int64 = 0
    var decimals = -1
    var digitsBefore = 0
    for byte in text {
      if byte &- UInt8(ascii: "0") < 10 {
        if decimals >= 0 {
          decimals += 1
          if decimals > 4 { throw .tooManyDecimals }
        } else {
          digitsBefore += 1
        }
        let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
        guard !overflow, tenfold < .max / 100_000 else { throw .tooLarge }
        units = tenfold + Int64(byte &- UInt8(ascii: "0"))
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), decimals < 0, digitsBefore > 0 {
        decimals = 0
      } else {
        throw .notADecimal
      }
    }
    guard digitsBefore > 0, decimals != 0 else { throw .notADecimal }
    for _ in max(0, decimals)..<4 { units *= 10 }
    self.units = units
  }

  /// Reads a decimal as ``init(parsing:)-(UnsafeRawBufferPointer)`` does.
  public init(parsing text: String) throws(DecimalDefect) {
    self = try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DecimalDefect) in
      try FixedDecimal(parsing: UnsafeRawBufferPointer(bytes))
    }
  }
}

/// Why a text is not a decimal number of the contract.
public enum DecimalDefect: Error, Hashable, Sendable {
  case notADecimal
  case tooManyDecimals
  case tooLarge
}

extension FixedDecimal: Comparable {
  public static func < (a: FixedDecimal, b: FixedDecimal) -> Bool { a.units < b.units }
}

extension FixedDecimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(units: value * Self.unitsPerOne) }
}

extension FixedDecimal: ExpressibleByStringLiteral {
  /// A literal that is no decimal number is the caller's bug and traps.
  public init(stringLiteral value: String) {
    guard let parsed = try? FixedDecimal(parsing: value) else {
      preconditionFailure("\(value) is not a decimal number with at most four decimals")
    }
    self = parsed
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// The shortest decimal: `12`, `12.5`, `0.0625`.
  public var description: String { fraction.decimalText() }

  /// The same value as a reduced fraction.
  public var fraction: Fraction { Fraction(Int128(units), Int128(Self.unitsPerOne)) }
}

/// A mark (note) out of twenty, exact to fifteen decimals: 0 to 20.
///
/// Barres are marks too. Règlement 5.2.1.
///
/// ```swift
/// let barre: Mark = "11.5"
/// let mark = try Mark(text)  // text: what a form or a file says, "15,75"
/// print(mark, mark >= barre)  // 15.75 true
/// ```
public struct Mark: Hashable, Sendable {
  /// The mark in units of 10⁻¹⁵.
  public let units: Int64

  /// 20 in units of 10⁻¹⁵.
  public static let maximumUnits: Int64 = 20_000_000_000_000_000

  /// Reads a decimal from 0 to 20 as ``FixedDecimal/init(_:)`` does: `12`, `12.5` or `12,5`.
  ///
  /// - Throws: ``DecimalDefect``: `overTwenty` for a decimal over 20.
  public init(_ text: some StringProtocol) throws(DecimalDefect) {
    guard let mark = Mark(try FixedDecimal(text)) else { throw .overTwenty }
    self = mark
  }

  /// - Returns: nil outside 0 to 20.
  public init?(_ value: FixedDecimal) {
    guard value.units <= Int128(Self.maximumUnits) else { return nil }
    units = Int64(value.units)
  }

  /// - Returns: nil where the mark lies outside 0 to 20.
  package init?(units: Int64) {
    guard 0...Self.maximumUnits ~= units else { return nil }
    self.units = units
  }

  /// - Returns: nil where the mark lies outside 0 to 20.
  public init?(tenThousandths: Int32) {
    self.init(units: Int64(tenThousandths) * FixedDecimal.unitsPerTenThousandth)
  }

  /// The mark in ten-thousandths, or nil where it has more than four decimals.
  public var tenThousandths: Int32? {
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: FixedDecimal.unitsPerTenThousandth)
    return rest == 0 ? Int32(quotient) : nil
  }

  /// The mark as a decimal.
  public var decimal: FixedDecimal { FixedDecimal(units: Int128(units)) }
}

extension Mark: Comparable {
  public static func < (a: Mark, b: Mark) -> Bool { a.units < b.units }
}

extension Mark: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// A literal outside 0 to 20 is the caller's bug and traps.
  public init(integerLiteral value: Int64) { self.init(stringLiteral: String(value)) }

  /// `"15.75"`. A literal that is no mark is the caller's bug and traps.
  public init(stringLiteral value: String) {
    guard let mark = Mark(FixedDecimal(stringLiteral: value)) else {
      preconditionFailure("\(value) is not a mark from 0 to 20")
    }
    self = mark
  }
}

extension Mark: CustomStringConvertible {
  /// The shortest decimal, with a point.
  public var description: String { decimal.description }
}

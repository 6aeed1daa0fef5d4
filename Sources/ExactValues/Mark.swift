/// A mark (note) out of twenty, exact to a ten-thousandth: 0 to 20.
///
/// Barres are marks too. Règlement 5.2.1.
public struct Mark: Hashable, Sendable {
  /// The mark in ten-thousandths, 0 to 200 000.
  public let units: Int32

  public static let maximumUnits: Int32 = 200_000

  /// - Returns: nil outside 0 to 20.
  public init?(_ value: FixedDecimal) {
    guard value.units <= Int64(Self.maximumUnits) else { return nil }
    units = Int32(value.units)
  }

  /// - Returns: nil where `units` lies outside 0 to 200 000.
  public init?(units: Int32) {
    guard 0...Self.maximumUnits ~= units else { return nil }
    self.units = units
  }

  public var decimal: FixedDecimal { FixedDecimal(units: Int64(units)) }
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
  public var description: String { decimal.description }
}

/// A mark, or none: what a cell of a marks file holds, in four bytes.
///
/// A column of exact means may count in a finer unit than ten-thousandths; it says so beside its cells.
public struct OptionalMark: Hashable, Sendable {
  /// The mark in ten-thousandths, or in the column's finer unit; −1 where there is none.
  public let units: Int32

  public static let missing = OptionalMark(uncheckedUnits: -1)

  public init(_ mark: Mark?) { units = mark?.units ?? -1 }

  /// - Parameter uncheckedUnits: 0 to 200 000, or in the column's finer unit as much; or −1.
  @inlinable
  public init(uncheckedUnits: Int32) { units = uncheckedUnits }

  /// The mark of a column in ten-thousandths.
  public var mark: Mark? { Mark(units: units) }
}

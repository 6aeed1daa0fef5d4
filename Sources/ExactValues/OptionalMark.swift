/// A mark, or none: what a cell of a marks file holds, in four bytes.
public struct OptionalMark: Hashable, Sendable {
  /// The mark in ten-thousandths, or −1 where there is none.
  public let units: Int32

  public static let missing = OptionalMark(uncheckedUnits: -1)

  public init(_ mark: Mark?) { units = mark?.units ?? -1 }

  /// - Parameter uncheckedUnits: 0 to 200 000, or −1.
  @inlinable
  public init(uncheckedUnits: Int32) { units = uncheckedUnits }

  public var mark: Mark? { Mark(units: units) }
}

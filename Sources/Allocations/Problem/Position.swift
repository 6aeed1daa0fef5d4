/// The position of a thing in the list that it belongs to.
///
/// Its type keeps a student's position from being taken for that of a module. ``AllocationInput`` says what stands there,
/// as ``AllocationInput/student(of:)`` does for a seat.
@frozen public struct Position<Thing>: RawRepresentable, Sendable {
  /// From 0.
  public let rawValue: Int32

  /// - Parameter rawValue: From 0.
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }

  @inlinable package init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }

  @inlinable package var index: Int { Int(rawValue) }
}

extension Position: Hashable, Comparable, Codable {
  /// Whether the first stands before the other.
  @inlinable public static func < (a: Position, b: Position) -> Bool { a.rawValue < b.rawValue }
}

extension Position: ExpressibleByIntegerLiteral {
  /// - Parameter value: From 0.
  @inlinable public init(integerLiteral value: Int32) { self.init(rawValue: value) }
}

/// A student in a créneau: what holds a place, or none. A student's seats follow each other, by créneau.
public enum Seat: Sendable {}

/// A module, whatever its créneaux: positions are those of ``Catalogue/modules``.
public enum Module: Sendable {}

/// The position of a thing in the list that it belongs to.
///
/// Its type keeps a student's position from being taken for that of a module. ``AllocationInput`` says what stands there,
/// as ``AllocationInput/student(of:)`` does for a seat.
public struct Position<Thing>: Hashable, Sendable {
  /// From 0.
  public let index: Int

  package init(_ index: Int) { self.index = index }
}

extension Position: Comparable {
  /// Whether the first stands before the other.
  public static func < (a: Position, b: Position) -> Bool { a.index < b.index }
}

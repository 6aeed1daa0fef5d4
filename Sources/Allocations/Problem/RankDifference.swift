/// A seat with different ranks in two allocations.
public struct RankDifference: Sendable, Equatable {
  public let seat: Int
  /// In the first allocation; nil for no module.
  public let before: Int?
  /// In the second allocation; nil for no module.
  public let after: Int?

  public init(seat: Int, before: Int?, after: Int?) {
    self.seat = seat
    self.before = before
    self.after = after
  }

  /// Whether the second allocation is the better one for the seat.
  public var isGain: Bool { (after ?? .max) < (before ?? .max) }
}

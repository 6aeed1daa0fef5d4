/// A seat with different ranks in two allocations.
package struct RankDifference: Sendable, Equatable {
  package let seat: Int
  /// In the first allocation; nil for no module.
  package let before: Int?
  /// In the second allocation; nil for no module.
  package let after: Int?

  package init(seat: Int, before: Int?, after: Int?) {
    self.seat = seat
    self.before = before
    self.after = after
  }

  /// Whether the second allocation is the better one for the seat.
  package var isGain: Bool { (after ?? .max) < (before ?? .max) }
}

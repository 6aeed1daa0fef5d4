/// A wish that holds nowhere, by position; ``IneligibleWish`` has the names.
package struct DroppedWish: Sendable, Equatable {
  /// The position in ``Wishes``.
  package let wish: Int
  /// The first condition that fails.
  package let shortfall: Shortfall

  package init(wish: Int, shortfall: Shortfall) {
    self.wish = wish
    self.shortfall = shortfall
  }
}

/// A wish that holds nowhere.
public struct DroppedWish: Sendable, Equatable {
  /// The position in ``Wishes``.
  public let wish: Int
  /// The first condition that fails.
  public let shortfall: Shortfall

  public init(wish: Int, shortfall: Shortfall) {
    self.wish = wish
    self.shortfall = shortfall
  }
}

/// A wish that does not hold, since its student is not eligible in any créneau of the module.
public struct IneligibleWish: Sendable, Hashable, Codable {
  /// The wish.
  public let wish: Wish
  /// The first condition that the student does not meet.
  public let shortfall: Shortfall
}

/// A student without a place in a créneau, and what became of the wishes there.
public struct UnplacedSeat: Sendable, Equatable {
  public let student: Int
  /// 0 where there is no créneau at all.
  public let slot: Int
  public let reason: UnplacedReason
  /// How many modules of the créneau the student named.
  public let wishes: Int
  /// How many of these are full.
  public let full: Int
  /// How many of these do not run.
  public let closed: Int
  /// How many of these the student may not have.
  public let ineligible: Int
}

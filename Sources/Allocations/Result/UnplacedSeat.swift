/// A student without a place in a créneau, by position; ``UnplacedStudent`` has the names.
package struct UnplacedSeat: Sendable, Equatable {
  package let student: Int
  /// 0 where there is no créneau at all.
  package let slot: Int
  package let reason: UnplacedReason
  /// How many modules of the créneau the student named.
  package let wishes: Int
  /// How many of these are full.
  package let full: Int
  /// How many of these do not run.
  package let closed: Int
  /// How many of these the student may not have.
  package let ineligible: Int
}

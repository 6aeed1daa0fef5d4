/// Why a student has no place.
public enum UnplacedReason: String, Sendable, CaseIterable, Codable {
  /// The student has named no module of the créneau, or no destination.
  case noWish
  /// The student is eligible for none of the wishes.
  case ineligible
  /// Every wish that holds is without a free place: full, not running, or had in another créneau already.
  case full
  /// A wish has a free place, and a quota no departure left.
  case quota
}

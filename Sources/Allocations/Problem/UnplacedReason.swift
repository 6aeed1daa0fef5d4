/// Why a student has no place.
public enum UnplacedReason: String, Sendable, CaseIterable {
  case noWish = "aucun_voeu"
  case ineligible = "ineligible"
  /// No wish that holds has a place left: each is full, does not run, or is had in another créneau already.
  case full = "complet"
  /// One has places left, and a quota no departure.
  case quota = "quota"
}

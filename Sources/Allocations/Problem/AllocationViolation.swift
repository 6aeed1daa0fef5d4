/// How an allocation breaks the rules.
public enum AllocationViolation: Sendable, Hashable {
  /// A seat holds an option of another seat, or one that does not exist.
  case notAnOption(seat: Position<Seat>)
  /// A seat that must hold something does not.
  case nothing(seat: Position<Seat>)
  /// An offer has `count` students, more than its places.
  case overfull(offer: Position<Elective>, count: Int)
  /// An offer runs with `count` students, fewer than its minimum.
  case belowMinimum(offer: Position<Elective>, count: Int)
  /// A quota has `count` departures, more than it admits.
  case beyondQuota(quota: Position<DepartureQuota>, count: Int)
  /// A student has the same module in two créneaux.
  case moduleTwice(student: Position<Student>, module: Position<Module>)
}

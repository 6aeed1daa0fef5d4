/// How an allocation breaks the rules.
public enum AllocationViolation: Sendable, Equatable {
  /// A seat holds an option of another seat, or one that does not exist.
  case notAnOption(seat: Int)
  /// A seat that must hold something does not.
  case nothing(seat: Int)
  case overfull(offer: Int, count: Int)
  case belowMinimum(offer: Int, count: Int)
  case beyondQuota(quota: Int, count: Int)
  /// The same module in two créneaux.
  case moduleTwice(student: Int, module: Int)
}

import ExactValues

/// What happens to a mark that is missing while its coefficient is not zero.
public enum MissingMarkRule: String, Sendable, CaseIterable {
  /// The candidate is an error.
  case reject
  /// It counts 0.
  case zero
  /// The mark and its weight are dropped.
  case renormalise
}

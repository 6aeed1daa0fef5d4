public import ExactValues

/// Why there is no grid of barres, or no answer from one.
public enum BarreGridError: Error, Hashable, Sendable {
  /// A step below ``BarreGrid/finestStep``.
  case stepTooFine(Mark)
  /// A number of candidates to leave admissible that is below 1.
  case targetOutOfRange(Int)
}

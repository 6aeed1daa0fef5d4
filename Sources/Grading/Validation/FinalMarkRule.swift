public import ExactValues

/// How the marks of both sessions make the final one; the comité pédagogique chooses (règlement 2.5.2).
public enum FinalMarkRule: Hashable, Sendable {
  /// The better one.
  case best
  /// The second one.
  case replace
  /// Weights of the first and of the second one, not both 0 (règlement 5.5.2).
  case mean(first: FixedDecimal, second: FixedDecimal)
}

public import ExactValues

/// How the marks of both sessions make the final one. The comité pédagogique chooses (règlement 2.5.2).
public enum FinalMarkRule: Hashable, Sendable {
  /// The better of the two.
  case best
  /// The second one.
  case replace
  /// The mean of both with these weights, not both 0 and each at most 1 000 000 (règlement 5.5.2).
  case mean(first: FixedDecimal, second: FixedDecimal)
}

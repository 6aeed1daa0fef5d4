/// What makes a rule of grading unusable.
public enum GradingError: Error, Hashable, Sendable {
  case shareCount(Int)
  case sharesNotHundred
}

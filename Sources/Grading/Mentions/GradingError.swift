/// What makes a rule of grading unusable.
public enum GradingError: Error, Hashable, Sendable {
  case shareCount(Int)
  case sharesNotHundred
}

extension GradingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .shareCount(let count): "\(count) shares: there are four mentions (or three or two classes)"
    case .sharesNotHundred: "the shares do not add to 100"
    }
  }
}

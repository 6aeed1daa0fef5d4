/// Why a solve ended.
public enum Termination: Hashable, Sendable {
  case completed
  case timeLimit
  case iterationLimit
  case cancelled
}

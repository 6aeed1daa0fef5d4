import Allocations

/// Why there is no result.
public struct AllocationError: Error, Sendable, Equatable {
  public enum Code: Sendable {
    /// The solver failed, or its answer does not hold in exact arithmetic.
    case solver
    /// The time limit came before any allocation.
    case timeLimit
  }

  public let code: Code
  public let context: String

  /// The time limit came before any allocation.
  package static let timeLimit = AllocationError(code: .timeLimit, context: "")

  public init(code: Code, context: String) {
    self.code = code
    self.context = context
  }
}

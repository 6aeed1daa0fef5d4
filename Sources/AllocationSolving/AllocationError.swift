public import Wording

/// Why solving ended without an allocation. A cancelled `Task` ends it with `CancellationError` instead.
public struct AllocationError: Error, Sendable, Equatable {
  /// The two kinds of failure.
  public enum Code: Sendable {
    /// The solver failed, or its answer does not hold in exact arithmetic. Please report it: no input causes this.
    case solver
    /// The time limit came before any allocation was found. Raise the limit, or solve without one.
    case timeLimit
  }

  /// Which kind of failure this is.
  public let code: Code
  /// What failed in the solver; empty at a time limit.
  public let context: Message

  /// - Parameters:
  ///   - code: the kind of failure.
  ///   - context: what failed in the solver; empty at a time limit.
  package init(code: Code, context: Message) {
    self.code = code
    self.context = context
  }

  /// The time limit came before any allocation was found.
  package static let timeLimit = AllocationError(code: .timeLimit, context: Message(verbatim: ""))
}

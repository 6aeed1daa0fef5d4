public import Allocations

/// An allocation, why it is the one, and what there is to say about it.
public struct AllocationResult: Sendable {
  public let allocation: Allocation
  public let certificate: AllocationCertificate
  public let objective: AllocationObjective
  /// How many students the arbitration had a choice of ranks for; not counted where modules are shared over
  /// créneaux.
  public let arbitrated: Int?
  /// False where the time limit came first: the allocation keeps the rules, and the certificate's bound says
  /// how far from the optimum it can be.
  public let isProven: Bool
}

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

  public init(code: Code, context: String) {
    self.code = code
    self.context = context
  }
}

extension AllocationError: CustomStringConvertible {
  public var description: String {
    switch code {
    case .solver: "the solver failed: \(context)"
    case .timeLimit: "stopped at the time limit before any allocation was found"
    }
  }
}

public import Allocations

/// An allocation with the certificate that proves it.
public struct AllocationResult: Sendable {
  /// What every student gets.
  public let allocation: Allocation
  /// The proof that the allocation is optimal, or how near to the optimum it is.
  public let certificate: AllocationCertificate
  /// What the allocation is the best of.
  public let objective: AllocationObjective
  /// How many students had a choice of ranks in the arbitration by merit; nil where a search settled it, which does
  /// not count them.
  public let arbitrated: Int?
  /// Whether the search came to its end. False where the time limit came first: the allocation then keeps the
  /// rules, and the certificate's bound says how far from the optimum it can be.
  public let isProven: Bool
}

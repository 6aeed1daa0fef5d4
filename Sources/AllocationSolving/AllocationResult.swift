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

public import Allocations

/// What a solver found for an `AllocationProblem`: an allocation, and why it is the one.
///
/// ``AllocationResult`` says it by identifier.
public struct AllocationSolution: Sendable {
  /// What every student gets.
  public let allocation: Allocation
  /// The proof that the allocation is optimal.
  public let certificate: AllocationCertificate
  /// What the allocation is the best of.
  public let objective: AllocationObjective
  /// How many students the arbitration had a choice of ranks for; nil where a module is in several créneaux, or whole
  /// numbers were searched for.
  public let arbitrated: Int?
  /// False where the time limit came first: the allocation keeps the rules, and the certificate's bound says
  /// how far from the optimum it can be.
  public let isProven: Bool
}

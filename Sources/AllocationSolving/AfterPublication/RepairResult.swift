public import Allocations

/// A repaired allocation by identifier.
public struct RepairResult: Sendable, Hashable, Codable {
  /// The places that students have after the repair: students in their order, a student's places by créneau. A place
  /// that was no wish has no rank.
  public let assignments: [Assignment]
  /// False where the time limit came first: the allocation keeps the rules, and may not be the best.
  public let isProven: Bool
}

public import Allocations

/// An allocation by identifier: who gets what, who gets nothing and why.
///
/// ```swift
/// let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
/// let result = try AllocationSolver().allocate(input, policy: .satisfaction)
/// for place in result.assignments { print(place.student, place.module) }
/// for left in result.unplaced { print(left.student, left.reason) }
/// ```
public struct AllocationResult: Sendable, Hashable, Codable {
  /// The value of one level of the objective.
  public struct LevelValue: Sendable, Hashable, Codable {
    /// What the level counts.
    public let subject: ObjectiveLevel.Subject
    /// The sum over all seats; what is to be as large as possible counts below 0.
    public let value: Int64
  }

  /// The policy of the allocation.
  public let policy: AllocationPolicy
  /// The places given: students in their order, a student's places by créneau.
  public let assignments: [Assignment]
  /// The students without a place, in their order.
  public let unplaced: [UnplacedStudent]
  /// The wishes that do not hold, since their student is not eligible, in their order.
  public let ineligibleWishes: [IneligibleWish]
  /// Ranks, inequality and envy, by which policies are compared.
  public let measures: AllocationMeasures
  /// The levels of the objective, the most important first.
  public let levels: [LevelValue]
  /// False where the time limit came first: the allocation keeps the rules, and may not be the best.
  public let isProven: Bool

  /// Names what a solver found.
  ///
  /// - Parameters:
  ///   - solution: Found for the input's problem.
  ///   - input: What the allocation is made from.
  ///   - costs: What ranks cost, for `AllocationMeasures.gini`.
  /// - Throws: `AllocationInputError.allocationOfAnotherInput` where it was not found for the input's problem.
  /// - Complexity: O(*n* log *n*), options, wishes and students.
  public init(
    _ solution: AllocationSolution, of input: AllocationInput, costs: RankCosts = .linear
  ) throws(AllocationInputError) {
    policy = solution.certificate.policy
    assignments = try input.assignments(solution.allocation)
    unplaced = try input.unplaced(solution.allocation)
    ineligibleWishes = input.ineligibleWishes
    measures = try AllocationMeasures(solution.allocation, of: input, costs: costs)
    levels = solution.objective.levels.map {
      LevelValue(subject: $0.subject, value: $0.value(solution.allocation, input.problem))
    }
    isProven = solution.isProven
  }
}

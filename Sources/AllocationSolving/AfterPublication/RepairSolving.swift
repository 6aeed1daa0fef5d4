public import Allocations
import Wording

extension AllocationSolver {
  /// Finds the best reallocation: as few places lost as can be, what the policy asks, then the fewest moves, then
  /// merit. By merit the ranks come before the moves, then the lower of tied modules.
  ///
  /// A repair has no certificate to be verified by others: where it is proven, it has been checked like one.
  ///
  /// - Parameters:
  ///   - repair: What can be reallocated.
  ///   - policy: That of the published allocation.
  ///   - costs: What ranks cost, for `AllocationPolicy.satisfaction`.
  ///   - phase: Called as each phase begins.
  /// - Throws: `AllocationInputError.rankWithoutCost(_:largest:)` for the first wish of a rank without a
  ///   cost; ``AllocationError`` where there is no result; `CancellationError` once the task is cancelled.
  /// - Complexity: As ``solve(_:policy:costs:phase:)``, with the options that may change.
  public func repair(
    _ repair: Repair, policy: AllocationPolicy = .satisfaction, costs: RankCosts = .linear,
    phase: (SolvingPhase) -> Void = { _ in }
  ) throws -> RepairResult {
    if policy == .satisfaction { try repair.input.wishes.check(costs) }
    let (allocation, isProven) = try self.repair(repair.problem, policy: policy, costs: costs, phase: phase)
    return RepairResult(
      assignments: repair.input.assignments(allocation, in: repair.problem.problem), isProven: isProven)
  }

  /// Finds the best reallocation: as few places lost as can be, what the policy asks, then the fewest moves, then
  /// merit. By merit the ranks come before the moves, then the lower of tied modules.
  ///
  /// - Parameter phase: told before each phase begins.
  /// - Returns: an allocation of the repair's problem, checked like a certificate where it is proven, and whether
  ///   it is.
  /// - Throws: ``AllocationError``; `CancellationError` once the task is cancelled.
  package func repair(
    _ repair: RepairProblem, policy: AllocationPolicy, costs: RankCosts = .linear,
    phase: (SolvingPhase) -> Void = { _ in }
  ) throws -> (allocation: Allocation, isProven: Bool) {
    var undisputed = Allocation(choices: repair.held)
    for seat in repair.displaced { undisputed.choices[seat] = Allocation.unplaced }
    let best = try checked(repair, policy, repair.objective(policy, costs: costs), from: undisputed, phase)
    guard policy == .merit, best.isProven else { return best }
    let tied = repair.tied(at: best.allocation)
    let start = best.allocation.translated(from: repair.problem, to: tied.problem)!
    let fewest = try checked(tied, policy, tied.fewestMoves, from: start, phase)
    return (fewest.allocation.translated(from: tied.problem, to: repair.problem)!, fewest.isProven)
  }

  private func checked(
    _ repair: RepairProblem, _ policy: AllocationPolicy, _ objective: AllocationObjective,
    from start: Allocation, _ phase: (SolvingPhase) -> Void
  ) throws -> (allocation: Allocation, isProven: Bool) {
    // The check below is proof enough.
    let result = try solve(
      repair.problem, policy: policy, objective, from: start, confirms: false, phase: phase)
    guard result.isProven else { return (result.allocation, false) }
    phase(.verify)
    do {
      try result.certificate.verify(result.allocation, of: repair.problem, for: objective)
    } catch is CertificateDefect {
      throw AllocationError(
        code: .solver,
        context: Message(
          fr: "l'affectation réparée ne résiste pas à la vérification",
          en: "the repaired allocation does not stand up to its check"))
    }
    return (result.allocation, true)
  }
}

package import Allocations
import Wording

/// The exchanges of places that better the most.
package struct ProposedExchanges: Sendable {
  /// After the exchanges.
  package let allocation: Allocation
  package let cycles: [ExchangeCycle]
  /// False where the time limit came first: nobody loses, and more could gain.
  package let isProven: Bool
}

extension AllocationSolver {
  /// Finds the cycles in which students exchange their places so that the most places are bettered and none gets
  /// worse; of these the ones best for the first student in merit order, then for the second, and so on.
  ///
  /// - Parameters:
  ///   - allocation: keeps the rules of `problem`.
  ///   - preferences: as `PlaceExchange` takes them.
  ///   - phase: told before each phase begins.
  /// - Throws: ``AllocationError``; `CancellationError` once the task is cancelled.
  package func proposeExchanges(
    _ allocation: Allocation, _ problem: AllocationProblem, preferences: AllocationProblem,
    phase: (SolvingPhase) -> Void = { _ in }
  ) throws -> ProposedExchanges {
    let exchange = PlaceExchange(allocation, problem, preferences: preferences)
    let result = try solve(exchange.problem, policy: .satisfaction, costs: exchange.costs, phase: phase)
    // A search cut short may have someone without a place; then everyone keeps theirs.
    let isWhole = result.allocation.placed == allocation.placed
    guard isWhole || !result.isProven else {
      throw AllocationError(
        code: .solver,
        context: Message(
          fr: "un échange qui retire une place",
          en: "an exchange that takes a place away"))
    }
    let after = isWhole ? exchange.allocation(result.allocation) : allocation
    return ProposedExchanges(
      allocation: after, cycles: allocation.exchangeCycles(to: after, problem),
      isProven: result.isProven)
  }
}

import Allocation

/// The optimum of a problem whose seats depend on each other through places alone, for given running offers.
struct TransportSolution {
  /// For each seat its option's place in the face of the last stage.
  var holding: [Int32]
  /// The optimal face.
  var face: Face
  var stages: [AllocationCertificate.Stage]
  var allocation: Allocation
}

/// Solves stage after stage, each on the optimal face of the one before.
///
/// - Parameter solveStage: finds the optimum and the prices of one stage.
/// - Returns: nil where no allocation fits the face.
func solveStages(
  _ problem: AllocationProblem, _ objective: AllocationObjective, _ face: Face, deadline: Deadline,
  isWorse: (_ stage: Int, _ value: Int64) -> Bool = { _, _ in false }
) throws(CancellationReached) -> TransportSolution? {
  var face = face
  var holding: [Int32] = []
  var stages: [AllocationCertificate.Stage] = []
  // Without an objective any allocation of the face is optimal.
  let steps = objective.stages.isEmpty ? [nil] : objective.stages.map(Optional.some)
  for (number, stage) in steps.enumerated() {
    let costs =
      stage.map { $0.costs + [$0.unplacedCost] } ?? [Int64](repeating: 0, count: problem.ranks.count + 1)
    guard
      let outcome = try StageSolver.solve(face, costs: costs, isCancelled: { deadline.hasPassed })
    else { return nil }
    holding = outcome.holding
    guard stage != nil else { break }
    let value = holding.reduce(0) { $0 + costs[Int(face.options[Int($1)].rank)] }
    if isWorse(number, value) { return nil }
    stages.append(.init(prices: Array(outcome.prices.dropLast()), value: value, bound: value))
    face.restrict(prices: outcome.prices, costs: costs, holding: &holding)
  }
  let choices = holding.map { Int(face.options[Int($0)].option) }
  return TransportSolution(
    holding: holding, face: face, stages: stages, allocation: Allocation(choices: choices))
}

extension Face {
  /// Leaves the optimal face of a stage: options as cheap as the held one, offers with a price as full as
  /// they are.
  mutating func restrict(prices: [Int64], costs: [Int64], holding: inout [Int32]) {
    let options = options
    let before = holding
    keep(
      { seat, index in
        let held = options[Int(before[seat])]
        let option = options[index]
        return costs[Int(option.rank)] + prices[Int(option.node)]
          == costs[Int(held.rank)] + prices[Int(held.node)]
      }, holding: &holding)
    for node in least.indices {
      if prices[node] > 0 { least[node] = most[node] }
      if prices[node] < 0 { most[node] = least[node] }
    }
  }
}

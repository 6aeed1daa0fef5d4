import Allocations
import Wording

/// The optimum of a problem whose seats depend on each other through places and nested quotas alone.
struct TransportSolution {
  /// For each seat of the face its option's place.
  var holding: [Int32]
  /// The optimal face, less the options in no optimal allocation.
  var face: Face
  var stages: [AllocationCertificate.Stage]

  var allocation: Allocation {
    Allocation(choices: face.choices(holding))
  }
}

/// Solves stage after stage, each on the optimal face of the one before: lexicographic optimisation.
///
/// **Method.** ``StageSolver`` finds the optimum of a stage and its prices. What the prices leave open is the face of all
/// optima, among which the next stage chooses; no stage ever trades against an earlier one. By
/// ``AllocationSolver/Method/fast`` GLPK then solves the contested core of each face once more, so that two programs
/// agree on each stage; by ``AllocationSolver/Method/plain`` GLPK solves each stage whole.
///
/// **Why the result is right.** An allocation is optimal for a stage if and only if it is in the face that prices leave
/// (complementary slackness). So the last face holds exactly the lexicographic optima, and the arbitration by merit
/// chooses one of them.
struct TransportSolver {
  let problem: AllocationProblem
  let objective: AllocationObjective
  let method: AllocationSolver.Method
  /// Whether GLPK is to confirm what the prices leave open; a search asks for it at its end only.
  var confirms = true
  let deadline: Deadline
  var phase: (SolvingPhase) -> Void = { _ in }

  /// - Parameter isWorse: whether the value of a stage rules the rest out.
  /// - Returns: nil where no allocation fits the face, or a stage is worse.
  func solve(
    _ face: Face, isWorse: (_ stage: Int, _ value: Int64) -> Bool = { _, _ in false }
  ) throws(SolverStop) -> TransportSolution? {
    var face = face
    var holding: [Int32] = []
    var stages: [AllocationCertificate.Stage] = []
    for (number, stage) in objective.stages.enumerated() {
      let costs = face.setCosts(of: stage, problem)
      guard let outcome = try solve(face, costs) else { return nil }
      holding = outcome.holding
      let value = value(of: holding, in: face, costs) + face.fixedValue(of: stage, problem)
      if isWorse(number, value) { return nil }
      stages.append(.init(prices: Array(outcome.prices.dropLast()), value: value, bound: value))
      face.restrict(prices: outcome.prices, costs: costs, holding: &holding)
      // Without a price everyone has what costs least: nothing is contested.
      if method == .fast, confirms, outcome.prices.contains(where: { $0 != 0 }) {
        try confirm(face, costs, &holding)
      }
      if stage.optionCosts != nil { face.setRankIndices(problem) }
    }
    if objective.stages.isEmpty {
      // Without an objective any allocation of the face is optimal.
      guard let outcome = try price(face, [Int64](repeating: 0, count: problem.ranks.count + 1)) else {
        return nil
      }
      holding = outcome.holding
    }
    return TransportSolution(holding: holding, face: face, stages: stages)
  }

  /// For the first stage alone, which GLPK need not confirm.
  var first: TransportSolver {
    TransportSolver(
      problem: problem, objective: objective.first, method: method, confirms: false, deadline: deadline)
  }

  /// Without a time limit.
  var unlimited: TransportSolver {
    TransportSolver(
      problem: problem, objective: objective, method: method, confirms: confirms, deadline: Deadline(in: nil))
  }

  /// The first stage without minimums and without the rule against a module twice, crossing quotas priced; no price
  /// without a stage.
  func relaxation() throws(SolverStop) -> AllocationCertificate.Stage {
    if !problem.crossingQuotas.isEmpty, let relaxation = try quotaRelaxation() { return relaxation }
    let free = problem.crossingQuotas.map { _ in Int64(0) }
    var stage =
      try first.solve(Face(problem, hasQuotas: false))?.stages.first
      ?? .init(prices: problem.offers.map { _ in 0 }, value: 0, bound: 0)
    stage.prices += free
    return stage
  }

  private func value(of holding: [Int32], in face: Face, _ costs: [Int64]) -> Int64 {
    holding.reduce(0) { $0 + costs[Int(face.options[Int($1)].costIndex)] }
  }

  private func price(_ face: Face, _ costs: [Int64]) throws(SolverStop) -> StageSolver.Outcome? {
    try StageSolver.solve(face, costs: costs, deadline: deadline)
  }

  private func solve(_ face: Face, _ costs: [Int64]) throws(SolverStop) -> StageSolver.Outcome? {
    switch method {
    case .fast:
      phase(.presolve)
      return try price(face, costs)
    case .plain:
      phase(.simplex)
      let model = StageModel(face, costs: costs)
      guard let answer = try model.solve(deadline: deadline) else {
        return nil
      }
      return StageSolver.Outcome(
        prices: StageSolver.lowestPrices(
          face, costs: costs, holding: answer.holding, proof: answer.prices),
        holding: answer.holding)
    }
  }

  /// Has GLPK solve the contested core: the seats that can exchange with each other at no loss.
  ///
  /// What it finds is what the seats then hold; it must be as good.
  private func confirm(
    _ face: Face, _ costs: [Int64], _ holding: inout [Int32]
  ) throws(SolverStop) {
    phase(.simplex)
    var core = face
    var coreHolding = holding
    core.dropOptionsWithoutExchange(&coreHolding)
    guard core.seatCount > 0 else { return }
    let model = StageModel(core, costs: costs)
    let answer = try model.solve(from: coreHolding, deadline: deadline)
    guard let answer,
      value(of: answer.holding, in: core, costs) == value(of: coreHolding, in: core, costs)
    else {
      throw .failure(
        Message(
          fr: "l'optimum de GLPK n'est pas celui des prix",
          en: "GLPK's optimum is another than that of the prices"))
    }
    var position = 0
    for seat in 0..<core.seatCount {
      // Both ascend.
      while face.seats[position] != core.seats[seat] { position += 1 }
      let option = core.options[Int(answer.holding[seat])].option
      holding[position] = Int32(face.options(ofSeat: position).first { face.options[$0].option == option }!)
    }
  }
}

extension Face {
  /// Has the options say where their costs in a stage are found.
  ///
  /// - Returns: the costs.
  fileprivate mutating func setCosts(of stage: ObjectiveStage, _ problem: AllocationProblem) -> [Int64] {
    guard stage.optionCosts != nil else { return stage.costs + [stage.unplacedCost] }
    // Distinct costs are few in practice: the last one found, or a search.
    var distinct: [Int64] = []
    var positions: [Int64: Int32] = [:]
    var last: (cost: Int64, position: Int32)?
    for seat in 0..<seatCount {
      for index in self.options(ofSeat: seat) {
        let cost = cost(index, seat, stage, problem)
        if let last, last.cost == cost {
          options[index].costIndex = last.position
          continue
        }
        let position = positions[cost] ?? Int32(distinct.count)
        if Int(position) == distinct.count {
          distinct.append(cost)
          positions[cost] = position
        }
        last = (cost, position)
        options[index].costIndex = position
      }
    }
    return distinct
  }

  private func cost(
    _ index: Int, _ seat: Int, _ stage: ObjectiveStage, _ problem: AllocationProblem
  ) -> Int64 {
    stage.cost(ofChoice: Int(options[index].option), ofSeat: Int(seats[seat]), problem)
  }

  /// What the seats without a choice cost.
  fileprivate func fixedValue(of stage: ObjectiveStage, _ problem: AllocationProblem) -> Int64 {
    var sum: Int64 = 0
    for (seat, option) in fixed.enumerated() where option != Self.open {
      sum += stage.cost(ofChoice: Int(option), ofSeat: seat, problem)
    }
    return sum
  }

  /// Has the options say their ranks again.
  fileprivate mutating func setRankIndices(_ problem: AllocationProblem) {
    for index in options.indices {
      let option = Int(options[index].option)
      options[index].costIndex =
        option == Allocation.unplaced ? Int32(problem.ranks.count) : problem.optionRanks[option]
    }
  }

  /// Leaves the optimal face of a stage: options as cheap as the held one, and nodes with a price of their own as full
  /// as they are.
  ///
  /// By complementary slackness an allocation of the face is optimal if and only if every seat holds a cheapest option
  /// at the prices, nodes priced above the one they count in are full, and nodes priced below it are at their lower
  /// quota. That is what is left.
  mutating func restrict(prices: [Int64], costs: [Int64], holding: inout [Int32]) {
    let options = options
    let before = holding
    keep(
      { seat, index in
        let held = options[Int(before[seat])]
        let option = options[index]
        return costs[Int(option.costIndex)] + prices[Int(option.node)]
          == costs[Int(held.costIndex)] + prices[Int(held.node)]
      }, holding: &holding)
    for (node, parent) in parents.enumerated() {
      if prices[node] > prices[parent] { lowerQuota[node] = upperQuota[node] }
      if prices[node] < prices[parent] { upperQuota[node] = lowerQuota[node] }
    }
  }

  /// Leaves out options that are in no allocation of the face: no chain of moves leads back from them
  /// (``ExchangeGraph``).
  mutating func dropOptionsWithoutExchange(_ holding: inout [Int32]) {
    let options = options
    let before = holding
    let graph = ExchangeGraph(self, holding: holding)
    keep(
      { seat, index in
        graph.canExchange(Int(options[index].node), Int(options[Int(before[seat])].node))
      }, holding: &holding)
  }
}

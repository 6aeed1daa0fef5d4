/// A policy's levels for a problem, the most important first: no level is traded for another.
public struct AllocationObjective: Sendable, Equatable {
  /// The levels, the most important first; none for ``AllocationPolicy/merit`` where nobody must be placed.
  public let levels: [ObjectiveLevel]
  /// The levels, several at once where that is exact.
  package let stages: [ObjectiveStage]

  /// The objective of a policy.
  ///
  /// Students who must be placed come first; favoured destinations come last, but not by merit.
  ///
  /// - Parameters:
  ///   - policy: The policy.
  ///   - costs: What ranks cost, for ``AllocationPolicy/satisfaction``.
  ///   - problem: The ranks that there are, the students who must be placed, and what is favoured.
  public init(_ policy: AllocationPolicy, costs: RankCosts = .linear, for problem: AllocationProblem) {
    let ranks = problem.ranks
    func level(_ subject: ObjectiveLevel.Subject, unplaced: Int64, _ cost: (Int) -> Int64) -> ObjectiveLevel {
      ObjectiveLevel(subject: subject, costs: ranks.map(cost), unplacedCost: unplaced)
    }
    let unplaced = level(.unplaced, unplaced: 1) { _ in 0 }
    let satisfaction =
      switch policy {
      case .satisfaction: [unplaced, level(.rankCost, unplaced: 0) { costs.cost(rank: $0, for: problem) }]
      case .rankMaximal:
        ranks.map { best in level(.most(rank: best), unplaced: 0) { $0 == best ? -1 : 0 } }
      case .generous:
        // How many have the best rank follows from the others.
        [unplaced]
          + ranks.dropFirst().reversed().map { worst in
            level(.fewest(rank: worst), unplaced: 0) { $0 == worst ? 1 : 0 }
          }
      case .merit: [ObjectiveLevel]()
      }
    // By merit alone, what a student gets is settled before anything is equal.
    self.init(
      Self.requirements(problem) + satisfaction + (policy == .merit ? [] : Self.favours(problem)),
      for: problem)
  }

  /// Levels in order of their importance.
  init(_ levels: [ObjectiveLevel], for problem: AllocationProblem) {
    self.levels = levels
    let moves = 4 * (problem.offers.count + problem.quotas.count + 2)
    let factor = Int64(problem.isSearched ? max(moves, 2 * problem.seatCount) : moves)
    // What more than the rank decides stands alone.
    var stages: [ObjectiveStage] = []
    var packed: [ObjectiveLevel] = []
    for level in levels {
      if level.optionCosts == nil {
        packed.append(level)
      } else {
        stages += Self.packed(packed, factor: factor) + [ObjectiveStage([level], weights: [1])]
        packed = []
      }
    }
    self.stages = stages + Self.packed(packed, factor: factor)
  }

  /// The same, and then as few moves as can be.
  ///
  /// - Parameter held: for each seat what it holds now.
  package func fewestMoves(from held: [Int], _ problem: AllocationProblem) -> AllocationObjective {
    var costs = [Int64](repeating: 1, count: problem.optionOffers.count)
    var out = [Int64](repeating: 1, count: problem.seatCount)
    for (seat, choice) in held.enumerated() {
      if choice == Allocation.unplaced { out[seat] = 0 } else { costs[choice] = 0 }
    }
    let level = ObjectiveLevel(
      subject: .moves, costs: problem.ranks.map { _ in 1 }, unplacedCost: 1, optionCosts: costs,
      outCosts: out)
    return AllocationObjective(levels + [level], for: problem)
  }

  private static func requirements(_ problem: AllocationProblem) -> [ObjectiveLevel] {
    guard !problem.required.isEmpty else { return [] }
    var out = [Int64](repeating: 0, count: problem.seatCount)
    for student in problem.required {
      for slot in 0..<problem.slotCount { out[problem.seat(student: student, slot: slot)] = 1 }
    }
    return [
      ObjectiveLevel(
        subject: .required, costs: problem.ranks.map { _ in 0 }, unplacedCost: 0,
        optionCosts: problem.optionOffers.map { _ in 0 }, outCosts: out)
    ]
  }

  /// Favoured offers, where there are some.
  private static func favours(_ problem: AllocationProblem) -> [ObjectiveLevel] {
    guard problem.offers.contains(where: { $0.priority != 0 }) else { return [] }
    let costs = problem.optionOffers.map { -Int64(problem.offers[Int($0)].priority) }
    return [
      ObjectiveLevel(
        subject: .priority, costs: problem.ranks.map { _ in 0 }, unplacedCost: 0, optionCosts: costs)
    ]
  }

  private init(levels: [ObjectiveLevel], stages: [ObjectiveStage]) {
    self.levels = levels
    self.stages = stages
  }

  /// The first stage alone.
  package var first: AllocationObjective {
    AllocationObjective(levels: stages.first?.levels ?? [], stages: Array(stages.prefix(1)))
  }

  /// The largest sum of weighted costs along a cycle; Doubles hold such integers exactly.
  private static let largestSum: Int64 = 1 << 50
  /// The largest weighted cost of several levels together: the solver compares with a relative tolerance of
  /// 10⁻⁷, and a difference of 1 must stay far above it.
  private static let largestCost: Int64 = 1 << 20

  private static func packed(_ levels: [ObjectiveLevel], factor: Int64) -> [ObjectiveStage] {
    var stages: [ObjectiveStage] = []
    var end = levels.count
    // From the last level up: the weights of lower levels are known first.
    while end > 0 {
      var weights: [Int64] = []
      var below: Int64 = 0
      var start = end
      while start > 0 {
        let weight = 1 + below
        let span = max(1, levels[start - 1].span)
        let (sum, overflow) = (factor * span).multipliedReportingOverflow(by: weight)
        if !weights.isEmpty, overflow || sum > largestSum - below || weight > largestCost / span { break }
        weights.append(weight)
        below += sum
        start -= 1
      }
      stages.append(ObjectiveStage(Array(levels[start..<end]), weights: weights.reversed()))
      end = start
    }
    return stages.reversed()
  }
}

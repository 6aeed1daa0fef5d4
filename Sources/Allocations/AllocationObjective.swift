/// One level of an objective: a cost for each rank, to be made as small as possible in sum.
public struct ObjectiveLevel: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    /// Seats without a module.
    case unplaced
    /// The sum of rank costs.
    case rankCost
    /// Seats at a rank: as many as possible.
    case most(rank: Int)
    /// Seats at a rank: as few as possible.
    case fewest(rank: Int)
    /// Seats without a module of students who must have one.
    case required
    /// The sum of the priorities of what seats hold, below 0: as large as possible.
    case priority
    /// Seats that hold something else than they did.
    case moves
  }

  public let subject: Subject
  /// By position in the problem's ranks.
  public let costs: [Int64]
  public let unplacedCost: Int64
  /// By option, where more than the rank decides.
  public let optionCosts: [Int64]?
  /// By seat, where staying out is not the same to all.
  public let outCosts: [Int64]?

  init(
    subject: Subject, costs: [Int64], unplacedCost: Int64, optionCosts: [Int64]? = nil,
    outCosts: [Int64]? = nil
  ) {
    self.subject = subject
    self.costs = costs
    self.unplacedCost = unplacedCost
    self.optionCosts = optionCosts
    self.outCosts = outCosts
  }

  /// The largest difference between two of its costs.
  var span: Int64 {
    (costs.max().map { max($0, unplacedCost) } ?? unplacedCost)
      - (costs.min().map { min($0, unplacedCost) } ?? unplacedCost)
  }

  /// The sum over all seats.
  public func value(_ allocation: Allocation, _ problem: AllocationProblem) -> Int64 {
    if let optionCosts {
      return allocation.choices.indices.reduce(0) { sum, seat in
        sum + (allocation[seat].map { optionCosts[$0] } ?? outCosts?[seat] ?? unplacedCost)
      }
    }
    let profile = allocation.rankProfile(problem)
    let unplaced = Int64(allocation.choices.count - allocation.placed)
    return zip(costs, profile).reduce(unplaced * unplacedCost) { $0 + $1.0 * Int64($1.1) }
  }
}

/// Consecutive levels solved at once.
///
/// An allocation that is not the best can be bettered along a cycle of moves that enters each offer at most
/// once, so a level differs along it by at most (offers + 1) times its span. Each weight is larger than all
/// that lower levels can differ by: the sign of the weighted sum is that of the first level that differs, and
/// no level is ever traded for another. Where one move is no cycle (minimums, a module in several créneaux)
/// the whole of all seats is taken for the bound instead.
public struct ObjectiveStage: Sendable, Equatable {
  public let levels: [ObjectiveLevel]
  public let weights: [Int64]
  /// By position in the problem's ranks.
  public let costs: [Int64]
  public let unplacedCost: Int64
  /// By option, where more than the rank decides; such a stage is a single level.
  public let optionCosts: [Int64]?
  /// By seat, where staying out is not the same to all.
  public let outCosts: [Int64]?

  init(_ levels: [ObjectiveLevel], weights: [Int64]) {
    self.levels = levels
    self.weights = weights
    costs = (levels.first?.costs.indices ?? 0..<0).map { rank in
      zip(levels, weights).reduce(0) { $0 + $1.0.costs[rank] * $1.1 }
    }
    unplacedCost = zip(levels, weights).reduce(0) { $0 + $1.0.unplacedCost * $1.1 }
    optionCosts = levels.first?.optionCosts
    outCosts = levels.first?.outCosts
  }

  public func cost(ofOption option: Int, _ problem: AllocationProblem) -> Int64 {
    optionCosts?[option] ?? costs[Int(problem.optionRanks[option])]
  }

  public func unplacedCost(ofSeat seat: Int) -> Int64 { outCosts?[seat] ?? unplacedCost }

  /// - Parameter choice: an option of the seat, or ``Allocation/unplaced``.
  public func cost(ofChoice choice: Int, ofSeat seat: Int, _ problem: AllocationProblem) -> Int64 {
    choice == Allocation.unplaced ? unplacedCost(ofSeat: seat) : cost(ofOption: choice, problem)
  }

  /// What a price or a gain says of each level: its digits in the weights.
  public func digits(_ value: Int64) -> [Int64] {
    var rest = value
    return weights.map { weight in
      var digit = rest / weight
      rest -= digit * weight
      // The nearest multiple: lower levels differ by less than half a weight.
      if abs(rest) * 2 > weight {
        digit += rest > 0 ? 1 : -1
        rest -= rest > 0 ? weight : -weight
      }
      return digit
    }
  }
}

/// A policy's levels for a problem, the most important first.
public struct AllocationObjective: Sendable, Equatable {
  public let levels: [ObjectiveLevel]
  public let stages: [ObjectiveStage]

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
  public func fewestMoves(from held: [Int], _ problem: AllocationProblem) -> AllocationObjective {
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
  public var first: AllocationObjective {
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

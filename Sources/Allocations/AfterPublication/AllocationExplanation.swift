/// Why a student has its places and not better wishes.
///
/// Nothing is solved for it: what a change would cost or gain is read off the chains of moves of the allocation.
package struct AllocationExplanation: Sendable, Equatable {
  /// A student who gets another place, or none.
  package struct Move: Sendable, Equatable {
    package let student: Int
    /// Options of the student, or ``Allocation/unplaced``.
    package let from: Int
    package let to: Int
  }

  /// Moves that go together, and what they are worth.
  package struct Change: Sendable, Equatable {
    /// By level of the objective, how much lower its value would be; below 0 where it costs something.
    package let gains: [Int64]
    /// In the order in which one makes room for the next.
    package let moves: [Move]
  }

  /// A student who has a place that another wished for.
  package struct Holder: Sendable, Equatable {
    package let student: Int
    /// Of the student's own wish.
    package let rank: Int
    /// In the merit order, from 1.
    package let meritPosition: Int
    /// What would move if this place went to the student who is explained; nil for holders of better merit, and
    /// where there is no such chain.
    package let handover: Change?
  }

  /// What keeps everyone from a place, beside its holders.
  package enum Obstacle: Sendable, Equatable {
    /// Too few students for its minimum.
    case closed
    /// The student has the module in another créneau.
    case elsewhere
    /// These quotas have no departure left.
    case quotas([Int])
  }

  /// A wish ranked better than what the student got.
  package struct Preferred: Sendable, Equatable {
    package let option: Int
    package let obstacle: Obstacle?
    /// Who has the places: those of lower merit than the student first, each group by merit.
    package let holders: [Holder]
    /// What it would take at least to give the student a place; nil where no chain of moves does.
    package let cheapest: Change?
    /// What one more place would change for the better; without moves where it changes nothing in all.
    package let oneMore: Change?
    /// Whether the student can be the one to whom one more place goes.
    package let isWithinReach: Bool

    /// How many holders have a lower merit than the student.
    package let lowerCount: Int
  }

  /// What the student got in one créneau.
  package struct Place: Sendable, Equatable {
    package let slot: Int
    package let option: Int?
    /// Best rank first.
    package let preferred: [Preferred]
  }

  package let student: Int
  /// From 1.
  package let meritPosition: Int
  package let places: [Place]
  /// False where exchanges alone would better the objective: nothing is then said of what changes cost.
  package let isOptimal: Bool
  /// Whether chains of moves find the cheapest change; where whole numbers are searched for, they may miss it.
  package let isExact: Bool

  /// - Parameter objective: of the policy the allocation follows.
  /// - Throws: once the `Task` of the caller is cancelled.
  /// - Complexity: O(*k*) for *k* options, and shortest paths for each preferred wish.
  package init(
    of student: Int, in allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(CancellationError) {
    self.student = student
    let explainer = try Explainer(allocation, problem, objective)
    meritPosition = Int(explainer.merits[student]) + 1
    isExact = !problem.isSearched
    var isOptimal = true
    places = try (0..<problem.slotCount).map { slot throws(CancellationError) in
      let seat = problem.seat(student: student, slot: slot)
      let own = allocation[seat]
      let better = problem.options(ofSeat: seat).prefix { option in
        own.map { problem.optionRanks[option] < problem.optionRanks[$0] } ?? true
      }
      guard !better.isEmpty else { return Place(slot: slot, option: own, preferred: []) }
      let ways = try explainer.chains.ways(to: explainer.chains.node(ofChoice: allocation.choices[seat]))
      if ways == nil { isOptimal = false }
      return Place(
        slot: slot, option: own,
        preferred: try better.map { option throws(CancellationError) in
          try explainer.preferred(option, seat: seat, ways)
        })
    }
    self.isOptimal = isOptimal
  }
}

extension AllocationExplanation {
  /// Whether a certificate's prices say of one more place what the moves do.
  ///
  /// A price is what one more place gains with one more departure in every quota around it, at the first stage
  /// that it betters, and nothing of the stages below: places within a quota, and prices that a search leaves
  /// out, are not compared.
  package func agrees(
    with certificate: AllocationCertificate, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) -> Bool {
    guard isExact, isOptimal else { return true }
    return places.flatMap(\.preferred).allSatisfy { wish in
      let offer = Int(problem.optionOffers[wish.option])
      guard let oneMore = wish.oneMore, let nesting = problem.nesting,
        nesting.parents[offer] == nesting.outside
      else { return true }
      var level = 0
      for (stage, proof) in zip(objective.stages, certificate.stages) {
        let gains = oneMore.gains[level..<level + stage.levels.count]
        let gain = zip(gains, stage.weights).reduce(0) { $0 + $1.0 * $1.1 }
        if gain != proof.prices[offer] { return false }
        if gain != 0 { return true }
        level += stage.levels.count
      }
      return true
    }
  }
}

extension AllocationExplanation {
  /// What one more place would change for the better that counts in no quota around it, as a price says it.
  ///
  /// - Parameter nodes: offers that run, and behind all offers the quotas, for one more departure.
  /// - Returns: for each node; without moves where it changes nothing in all, nil where that is not known: the
  ///   allocation is not optimal, or quotas cross.
  /// - Throws: once the `Task` of the caller is cancelled.
  /// - Complexity: O(*k*) for *k* options, and shortest paths for each node.
  package static func oneMore(
    at nodes: [Int], of allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(CancellationError) -> [Change?] {
    guard problem.nesting != nil, !objective.stages.isEmpty || problem.quotas.isEmpty else {
      return nodes.map { _ in nil }
    }
    let explainer = try Explainer(allocation, problem, objective)
    return try nodes.map { node throws(CancellationError) in
      try explainer.gain(node, from: explainer.chains.outside).map(explainer.change)
    }
  }
}

/// Explains an allocation's places.
private struct Explainer {
  typealias Change = AllocationExplanation.Change

  let allocation: Allocation
  let problem: AllocationProblem
  let objective: AllocationObjective
  let chains: ExchangeChains
  let merits: [Int32]
  private let loads: [Int]
  private let quotaLoads: [Int]

  init(
    _ allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(CancellationError) {
    self.allocation = allocation
    self.problem = problem
    self.objective = objective
    chains = try ExchangeChains(allocation, problem, objective)
    merits = problem.meritPositions
    loads = allocation.loads(problem)
    quotaLoads = allocation.quotaLoads(problem)
  }

  private func offer(_ option: Int) -> Int { Int(problem.optionOffers[option]) }

  /// - Parameter ways: to the place that the seat has; nil where the allocation is not optimal.
  func preferred(
    _ option: Int, seat: Int, _ ways: ExchangeChains.Ways?
  ) throws(CancellationError) -> AllocationExplanation.Preferred {
    try checkCancellation()
    let own = ExchangeChains.Move(seat: seat, to: option)
    let isOpen = chains.moves(ofSeat: seat).contains(own)
    let ways = isOpen ? ways : nil
    let merit = merits[problem.student(ofSeat: seat)]
    let holders = problem.seatsByMerit.filter { holder in
      allocation[holder].map { offer($0) == offer(option) } ?? false
    }
    let lower = holders.filter { merits[problem.student(ofSeat: $0)] > merit }
    let oneMore = isOpen || obstacle(option, seat) != .closed ? try gain(offer(option)) : nil
    return AllocationExplanation.Preferred(
      option: option, obstacle: obstacle(option, seat),
      holders: lower.map { holder($0, handover: handover(of: $0, to: own, ways)) }
        + holders.filter { !lower.contains($0) }.map { holder($0, handover: nil) },
      cheapest: ways.flatMap { ways in
        ways.cost(from: offer(option)).map { _ in change([own] + ways.moves(from: offer(option))) }
      },
      oneMore: oneMore.map(change), isWithinReach: isWithinReach(own, ways, oneMore),
      lowerCount: lower.count)
  }

  private func obstacle(_ option: Int, _ seat: Int) -> AllocationExplanation.Obstacle? {
    let offer = offer(option)
    if !chains.runs(offer) { return .closed }
    let module = problem.offers[offer].module
    let own = problem.seats(ofStudent: problem.student(ofSeat: seat))
    if own.contains(where: {
      $0 != seat && allocation[$0].map { problem.offer(ofOption: $0).module } == module
    }) {
      return .elsewhere
    }
    let spent = problem.quotas.indices.filter {
      quotaLoads[$0] == problem.quotas[$0].most && problem.quotas[$0].offers.contains(offer)
    }
    return spent.isEmpty ? nil : .quotas(spent)
  }

  private func holder(_ seat: Int, handover: Change?) -> AllocationExplanation.Holder {
    let student = problem.student(ofSeat: seat)
    return AllocationExplanation.Holder(
      student: student, rank: problem.rank(ofOption: allocation.choices[seat]),
      meritPosition: Int(merits[student]) + 1, handover: handover)
  }

  func change(_ moves: [ExchangeChains.Move]) -> Change {
    Change(
      gains: objective.levels.map { level in
        moves.reduce(0) {
          $0 + level.cost(ofChoice: allocation.choices[$1.seat], ofSeat: $1.seat, problem)
            - level.cost(ofChoice: $1.to, ofSeat: $1.seat, problem)
        }
      },
      moves: moves.map {
        .init(student: problem.student(ofSeat: $0.seat), from: allocation.choices[$0.seat], to: $0.to)
      })
  }

  /// The cheapest moves by which a holder gives the place to another student.
  private func handover(
    of holder: Int, to own: ExchangeChains.Move, _ ways: ExchangeChains.Ways?
  ) -> Change? {
    guard let ways else { return nil }
    var best: (cost: ExchangeChains.Cost, move: ExchangeChains.Move)?
    for move in chains.moves(ofSeat: holder) {
      guard let rest = ways.cost(from: chains.node(ofChoice: move.to)) else { continue }
      let cost = sum(chains.cost(of: move), rest)
      if best.map({ cost.lexicographicallyPrecedes($0.cost) }) ?? true { best = (cost, move) }
    }
    return best.map { change([own, $0.move] + ways.moves(from: chains.node(ofChoice: $0.move.to))) }
  }

  // MARK: One more place

  /// The moves that one more place in an offer would bring; none where it would bring nothing in all.
  ///
  /// - Parameter start: where the place comes from; by default what the offer's students count in next.
  func gain(_ offer: Int, from start: Int? = nil) throws(CancellationError) -> [ExchangeChains.Move]? {
    guard !objective.stages.isEmpty else { return inMeritOrder(into: offer) }
    guard let ways = try chains.ways(to: offer) else { return nil }
    let start = start ?? chains.parent(ofOffer: offer)
    guard let cost = ways.cost(from: start), Self.isGain(cost) else { return [] }
    return ways.moves(from: start)
  }

  /// A last component counts moves, and decides nothing.
  private static func isGain(_ cost: ExchangeChains.Cost) -> Bool {
    (cost.dropLast().first { $0 != 0 } ?? 0) < 0
  }

  /// By merit alone: the first who would rather have the place takes it, then the first who would rather have
  /// what is left, and so on.
  private func inMeritOrder(into offer: Int) -> [ExchangeChains.Move] {
    var moves: [ExchangeChains.Move] = []
    var free = offer
    while true {
      let next = problem.seatsByMerit.lazy.filter { seat in !moves.contains { $0.seat == seat } }
        .compactMap { seat -> ExchangeChains.Move? in
          guard let option = problem.option(ofSeat: seat, for: free) else { return nil }
          if let held = allocation[seat], problem.optionRanks[option] >= problem.optionRanks[held] {
            return nil
          }
          let move = ExchangeChains.Move(seat: seat, to: option)
          return chains.moves(ofSeat: seat).contains(move) ? move : nil
        }.first
      guard let next else { return moves }
      moves.append(next)
      guard let held = allocation[next.seat] else { return moves }
      free = self.offer(held)
    }
  }

  /// Whether one more place can be the student's own, at the gain that it brings in all.
  private func isWithinReach(
    _ own: ExchangeChains.Move, _ ways: ExchangeChains.Ways?, _ oneMore: [ExchangeChains.Move]?
  ) -> Bool {
    guard let oneMore else { return false }
    if oneMore.contains(own) { return true }
    guard !objective.stages.isEmpty, let ways,
      let rest = ways.cost(from: chains.parent(ofOffer: offer(own.to)))
    else { return false }
    let best = oneMore.reduce(ExchangeChains.Cost(repeating: 0, count: rest.count)) {
      sum($0, chains.cost(of: $1))
    }
    return sum(chains.cost(of: own), rest).dropLast() == best.dropLast()
  }
}

extension ObjectiveLevel {
  /// - Parameter choice: an option of the seat, or ``Allocation/unplaced``.
  func cost(ofChoice choice: Int, ofSeat seat: Int, _ problem: AllocationProblem) -> Int64 {
    choice == Allocation.unplaced
      ? outCosts?[seat] ?? unplacedCost
      : optionCosts?[choice] ?? costs[Int(problem.optionRanks[choice])]
  }
}

extension AllocationProblem {
  /// For each student its position in the merit order, from 0.
  package var meritPositions: [Int32] {
    var positions = [Int32](repeating: 0, count: studentCount)
    for (position, student) in meritOrder.enumerated() { positions[Int(student)] = Int32(position) }
    return positions
  }
}

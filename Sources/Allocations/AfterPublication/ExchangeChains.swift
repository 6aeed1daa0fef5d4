/// The cheapest chains of moves in an allocation, by what they cost the objective.
///
/// The nodes are the offers, the quotas around them, and one for having no place. A student who moves from one
/// offer to another is an arc, at what the move costs; a free place lets a chain end, a place given up lets one
/// begin. Where the allocation is optimal no cycle costs less than nothing, and shortest paths (Bellman 1958, Ford
/// 1956) say exactly what a change would cost. Stages are compared one after the other, and then fewer moves win.
///
/// Minimums and modules of another créneau bound the moves, and quotas that cross do: chains then keep to the rules,
/// but a cheaper change that is no chain may be missed.
struct ExchangeChains {
  /// By stage; the last is the number of moves.
  typealias Cost = [Int64]

  struct Move: Equatable {
    let seat: Int
    /// An option, or ``Allocation/unplaced``.
    let to: Int
  }

  private struct Arc {
    let to: Int
    var cost: Cost
    var move: Move?
  }

  /// The cheapest ways to one node.
  struct Ways {
    fileprivate var costs: [Cost?]
    fileprivate var next: [(to: Int, move: Move?)?]

    func cost(from node: Int) -> Cost? { costs[node] }

    /// In the order in which one makes room for the other.
    func moves(from node: Int) -> [Move] {
      var moves: [Move] = []
      var node = node
      while let step = next[node] {
        if let move = step.move { moves.append(move) }
        node = step.to
      }
      return moves
    }
  }

  private let problem: AllocationProblem
  private let allocation: Allocation
  private let stages: [ObjectiveStage]
  private var arcs: [[Arc]] = []
  private let loads: [Int]
  private let quotaLoads: [Int]
  private let nesting: LaminarQuotas?
  /// By offer, the quotas it counts in, where they cross.
  private var crossing: [Set<Int>] = []

  /// The node of having no place.
  let outside: Int

  /// - Complexity: O(*k*) for *k* options.
  init(
    _ allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(CancellationError) {
    self.problem = problem
    self.allocation = allocation
    stages = objective.stages
    loads = allocation.loads(problem)
    quotaLoads = allocation.quotaLoads(problem)
    nesting = problem.nesting
    outside = problem.nesting?.outside ?? problem.offers.count
    crossing = problem.offers.map { _ in [] }
    for (number, quota) in problem.crossingQuotas.enumerated() {
      for offer in quota.offers { crossing[offer].insert(number) }
    }
    try addMoves()
    addPlaces()
  }

  func node(ofChoice choice: Int) -> Int {
    choice == Allocation.unplaced ? outside : Int(problem.optionOffers[choice])
  }

  /// The node that an offer's students count in next.
  func parent(ofOffer offer: Int) -> Int { nesting?.parents[offer] ?? outside }

  /// What a seat's move costs.
  func cost(of move: Move) -> Cost {
    let held = allocation.choices[move.seat]
    return stages.map {
      $0.cost(ofChoice: move.to, ofSeat: move.seat, problem)
        - $0.cost(ofChoice: held, ofSeat: move.seat, problem)
    } + [1]
  }

  /// Where a seat may move to: no closed module, none of another créneau of the student, none of a crossing quota
  /// that is spent.
  func moves(ofSeat seat: Int) -> [Move] {
    let held = allocation.choices[seat]
    let elsewhere = modulesElsewhere(seat)
    var moves = problem.options(ofSeat: seat).filter { option in
      guard option != held else { return false }
      let offer = Int(problem.optionOffers[option])
      return runs(offer) && !elsewhere.contains(problem.offers[offer].module)
        && mayEnter(offer, from: held)
    }.map { Move(seat: seat, to: $0) }
    if held != Allocation.unplaced, problem.mayStayOut(seat) {
      moves.append(Move(seat: seat, to: Allocation.unplaced))
    }
    return moves
  }

  func runs(_ offer: Int) -> Bool { loads[offer] > 0 || problem.offers[offer].minimum <= 1 }

  private func modulesElsewhere(_ seat: Int) -> Set<Int> {
    guard problem.sharesModules else { return [] }
    let own = problem.seats(ofStudent: problem.student(ofSeat: seat))
    return Set(
      own.filter { $0 != seat }.compactMap { allocation[$0].map { problem.offer(ofOption: $0).module } })
  }

  private func mayEnter(_ offer: Int, from held: Int) -> Bool {
    let own = held == Allocation.unplaced ? [] : crossing[Int(problem.optionOffers[held])]
    return crossing[offer].subtracting(own).allSatisfy { quotaLoads[$0] < problem.crossingQuotas[$0].most }
  }

  private mutating func addMoves() throws(CancellationError) {
    var cheapest = [[Int: Arc]](repeating: [:], count: outside + 1)
    for seat in problem.seatsByMerit {
      try checkCancellation()
      let from = node(ofChoice: allocation.choices[seat])
      for move in moves(ofSeat: seat) {
        let to = node(ofChoice: move.to)
        let cost = cost(of: move)
        // Of moves as good, the first in merit order gains by one, and the last loses by one.
        if let known = cheapest[from][to] {
          if known.cost.lexicographicallyPrecedes(cost) { continue }
          if known.cost == cost, gains(move) { continue }
        }
        cheapest[from][to] = Arc(to: to, cost: cost, move: move)
      }
    }
    arcs = cheapest.map { $0.values.sorted { $0.to < $1.to } }
  }

  private func gains(_ move: Move) -> Bool {
    guard let held = allocation[move.seat] else { return true }
    return move.to != Allocation.unplaced && problem.optionRanks[move.to] < problem.optionRanks[held]
  }

  /// Free places, and places that can be given up.
  private mutating func addPlaces() {
    let nothing = Cost(repeating: 0, count: stages.count + 1)
    func link(_ from: Int, _ to: Int, _ isOpen: Bool) {
      if isOpen { arcs[from].append(Arc(to: to, cost: nothing, move: nil)) }
    }
    for (offer, row) in problem.offers.enumerated() {
      let hasRoom =
        loads[offer] < row.places && runs(offer)
        && crossing[offer].allSatisfy { quotaLoads[$0] < problem.crossingQuotas[$0].most }
      link(offer, parent(ofOffer: offer), hasRoom)
      link(parent(ofOffer: offer), offer, loads[offer] > (row.minimum > 1 ? row.minimum : 0))
    }
    guard let nesting else { return }
    for (number, quota) in problem.quotas.enumerated() {
      let node = problem.offers.count + number
      link(node, nesting.parents[node], quotaLoads[number] < quota.most)
      link(nesting.parents[node], node, quotaLoads[number] > 0)
    }
  }

  /// The cheapest ways from everywhere to a node; nil where the allocation is not optimal: some cycle of moves
  /// costs less than nothing.
  ///
  /// - Complexity: O(*n* · *a*) for *n* nodes and *a* arcs at most; a round for each move of the longest chain.
  func ways(to target: Int) throws(CancellationError) -> Ways? {
    var ways = Ways(
      costs: [Cost?](repeating: nil, count: outside + 1),
      next: [(to: Int, move: Move?)?](repeating: nil, count: outside + 1))
    ways.costs[target] = Cost(repeating: 0, count: stages.count + 1)
    for _ in 0...outside + 1 {
      try checkCancellation()
      var isSettled = true
      for node in arcs.indices {
        for arc in arcs[node] {
          guard let rest = ways.costs[arc.to] else { continue }
          let cost = sum(arc.cost, rest)
          if let known = ways.costs[node], !cost.lexicographicallyPrecedes(known) { continue }
          if node == target { return nil }
          ways.costs[node] = cost
          ways.next[node] = (arc.to, arc.move)
          isSettled = false
        }
      }
      if isSettled { return ways }
    }
    return nil
  }
}

/// Stage by stage.
func sum(_ a: ExchangeChains.Cost, _ b: ExchangeChains.Cost) -> ExchangeChains.Cost {
  zip(a, b).map { $0 + $1 }
}

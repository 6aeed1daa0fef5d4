/// What the stages verified so far leave open: for each seat its options, for each node its quotas.
///
/// **Problem.** Given an allocation and the prices of a stage, is the allocation optimal for the stage, and which others
/// are? Nothing here solves anything, nor calls code of the solver.
///
/// **Method.** The certificate of linear programming duality (Gale, Kuhn and Tucker, *Linear programming and the theory
/// of games*, 1951). The *value* is what the allocation costs. The *bound* is what every allocation costs at least:
/// each seat pays its cheapest option with the price, less what the places cost. Value and bound are equal if and only
/// if everyone holds a cheapest option, nodes priced above the one they count in are full, and nodes priced below it
/// are at their lower quota. ``restrict(_:_:)`` keeps exactly the allocations for which that holds.
///
/// **Difference.** Duality admits many prices. Here only the lowest are valid: each price must be the gain of some chain
/// of moves (``nodeWithoutCause(_:_:)``), so that a certificate has no freedom. Sums are in 128 bits: a certificate
/// may state any price.
///
/// **Example.** Offer X has 1 place, Y has 2. A and B wish for X (cost 0), then Y (cost 1); C for Y (cost 0); staying
/// outside costs 5. A holds X, B and C hold Y; the stated prices are X 1, Y 0, value 1 and bound 1. Everyone holds a
/// cheapest option: A pays 0 + 1 at X and would pay 1 + 0 at Y, B pays 1 + 0 and would pay 0 + 1, C pays 0. X is full.
/// The bound is 1 + 1 + 0, less 1 · 1 for the place at X: it is the value. The price of X has a cause: with one more
/// place B would gain 1. At a price of 0, B at Y would have something cheaper; at 2, A at X would. The face that is
/// left has two allocations, A at X and B at Y or the reverse. If A is first in merit order this one is arbitrated:
/// nobody before B gives up a rank for B to have X.
///
/// **Why the result is right.** The proof is in ``AllocationCertificate/verify(_:of:costs:)``.
struct VerifiedFace {
  private let problem: AllocationProblem
  private let allocation: Allocation
  private let nesting: LaminarQuotas
  /// By node: offers, then quotas.
  private let loads: [Int]
  /// By node, the fewest students.
  var lowerQuota: [Int]
  /// By node, the most students.
  var upperQuota: [Int]
  /// By option of the problem.
  private var isOpen: [Bool]
  /// By seat.
  private var mayBeUnplaced: [Bool]

  /// The node of the outside option, no module.
  private var outside: Int { nesting.outside }

  init(_ problem: AllocationProblem, _ nesting: LaminarQuotas, _ allocation: Allocation) {
    self.problem = problem
    self.nesting = nesting
    self.allocation = allocation
    loads = nesting.loads(allocation.loads(problem))
    lowerQuota = loads.map { _ in 0 }
    upperQuota = problem.offers.map(\.places) + problem.quotas.map(\.most)
    isOpen = [Bool](repeating: true, count: problem.optionOffers.count)
    mayBeUnplaced = (0..<problem.seatCount).map(problem.mayStayOut)
  }

  /// In 128 bits, as all that prices are added to: a certificate may say any price.
  private func cost(_ option: Int, ofSeat seat: Int, _ stage: ObjectiveStage) -> Int128 {
    Int128(stage.cost(ofChoice: option, ofSeat: seat, problem))
  }

  private func node(_ option: Int) -> Int {
    option == Allocation.unplaced ? outside : Int(problem.optionOffers[option])
  }

  /// The open options of a seat, the outside option last.
  private func forEachOption(ofSeat seat: Int, _ body: (Int) -> Void) {
    for option in problem.options(ofSeat: seat) where isOpen[option] { body(option) }
    if mayBeUnplaced[seat] { body(Allocation.unplaced) }
  }

  /// Checks the prices, the value and the bound of a stage.
  func verify(
    _ stated: AllocationCertificate.Stage, _ stage: ObjectiveStage, number: Int
  ) throws {
    try checkCancellation()
    let prices = Self.byNode(stated.prices)
    var value: Int128 = 0
    var bound: Int128 = 0
    for node in nesting.parents.indices {
      // What the node's own quota costs; the rest is the price of the nodes it counts in.
      let price = prices[node] - prices[nesting.parents[node]]
      if price > 0, loads[node] < upperQuota[node] {
        throw CertificateDefect.priceOfFreePlaces(stage: number, node: node, problem)
      }
      if price < 0, loads[node] > lowerQuota[node] || lowerQuota[node] == 0 {
        throw CertificateDefect.priceOfFreePlaces(stage: number, node: node, problem)
      }
      bound -= price * Int128(price > 0 ? upperQuota[node] : lowerQuota[node])
    }
    for seat in 0..<problem.seatCount {
      let held = allocation.choices[seat]
      var cheapest = Int128.max
      forEachOption(ofSeat: seat) { option in
        cheapest = min(cheapest, cost(option, ofSeat: seat, stage) + prices[node(option)])
      }
      guard cost(held, ofSeat: seat, stage) + prices[node(held)] == cheapest else {
        throw CertificateDefect.notCheapest(stage: number, seat: Position(seat))
      }
      value += cost(held, ofSeat: seat, stage)
      bound += cheapest
    }
    guard value == Int128(stated.value) else {
      throw CertificateDefect.wrongValue(stage: number, stated: stated.value, found: Int64(clamping: value))
    }
    guard bound == Int128(stated.bound), bound == value else {
      throw CertificateDefect.wrongBound(stage: number, stated: stated.bound, found: Int64(clamping: bound))
    }
    if let node = try nodeWithoutCause(prices, stage) {
      throw CertificateDefect.priceWithoutCause(stage: number, node: node, problem)
    }
  }

  /// The prices of the nodes, the last one of the outside node.
  private static func byNode(_ prices: [Int64]) -> [Int128] { prices.map { Int128($0) } + [0] }

  /// A node whose price is not the lowest that keeps everyone where they are; nil where all prices are.
  ///
  /// In the lattice of dual prices (Shapley and Shubik 1971, doi:10.1007/BF01753437) the lowest price of a node is the
  /// gain of the best chain of moves from outside to it, and every move of a best chain costs nothing at these prices.
  /// So the check is on two graphs, of the possible moves and of the *free* ones, which cost nothing:
  ///
  /// 1. Whatever node possible moves lead to from outside, free moves must lead to. Otherwise its price is not the gain
  ///    of any chain, and could be lower.
  /// 2. Nodes that no chain from outside reaches, full by an earlier stage, are checked group by group: within a group
  ///    free moves must lead as far as possible ones, and from some node of it a free move must lead to what is done.
  ///    Where no possible move leads there either, nothing ties the group's prices, and they must be 0.
  private func nodeWithoutCause(
    _ prices: [Int128], _ stage: ObjectiveStage
  ) throws(CancellationError) -> Int? {
    try checkCancellation()
    var moves = MoveGraph(nodeCount: outside + 1)
    var free = moves
    for seat in 0..<problem.seatCount {
      let held = allocation.choices[seat]
      let from = node(held)
      let price = cost(held, ofSeat: seat, stage) + prices[from]
      forEachOption(ofSeat: seat) { option in
        let to = node(option)
        guard to != from else { return }
        moves.insert(from: from, to: to)
        if cost(option, ofSeat: seat, stage) + prices[to] == price { free.insert(from: from, to: to) }
      }
    }
    for (node, parent) in nesting.parents.enumerated() {
      if loads[node] < upperQuota[node] {
        moves.insert(from: node, to: parent)
        if prices[node] == prices[parent] { free.insert(from: node, to: parent) }
      }
      if loads[node] > lowerQuota[node] || lowerQuota[node] == 0 {
        moves.insert(from: parent, to: node)
        if prices[node] == prices[parent] { free.insert(from: parent, to: node) }
      }
    }
    var done = [Bool](repeating: false, count: outside + 1)
    for source in [outside] + Array(0..<outside) where !done[source] {
      try checkCancellation()
      let found = free.reached(from: [source], isClosed: done)
      let reached = moves.reached(from: [source], isClosed: done)
      if let node = reached.indices.first(where: { reached[$0] && !found[$0] }) { return node }
      let members = found.indices.filter { found[$0] }
      if source != outside {
        let leaves = members.contains { moves.leads(from: $0, toAnyOf: done) }
        let isFree = members.contains { free.leads(from: $0, toAnyOf: done) }
        if leaves ? !isFree : prices[source] != 0 { return source }
      }
      for node in members { done[node] = true }
    }
    return nil
  }

  /// Leaves the optimal face of a verified stage.
  mutating func restrict(_ stated: AllocationCertificate.Stage, _ stage: ObjectiveStage) {
    let prices = Self.byNode(stated.prices)
    keepCheapest(prices, stage)
    for (node, parent) in nesting.parents.enumerated() {
      if prices[node] > prices[parent] { lowerQuota[node] = upperQuota[node] }
      if prices[node] < prices[parent] { upperQuota[node] = lowerQuota[node] }
    }
  }

  /// Leaves what prices of the relaxation leave open: options as cheap as the seat's own, and priced offers as
  /// full as they are.
  ///
  /// - Parameter charges: by offer, its price and those of the crossing quotas it counts in.
  mutating func restrict(charges: [Int128], prices: ArraySlice<Int64>, _ stage: ObjectiveStage) {
    keepCheapest(charges + [0], stage)
    for (offer, price) in prices.enumerated() where price > 0 { lowerQuota[offer] = upperQuota[offer] }
  }

  private mutating func keepCheapest(_ prices: [Int128], _ stage: ObjectiveStage) {
    for seat in 0..<problem.seatCount {
      let held = allocation.choices[seat]
      let price = cost(held, ofSeat: seat, stage) + prices[node(held)]
      for option in problem.options(ofSeat: seat)
      where cost(option, ofSeat: seat, stage) + prices[node(option)] != price { isOpen[option] = false }
      if Int128(stage.unplacedCost(ofSeat: seat)) != price { mayBeUnplaced[seat] = false }
    }
  }

  // MARK: Arbitration

  /// Nobody could do better at the expense of later students alone.
  ///
  /// Visits students from last to first in merit order. When a student is visited, the graph holds every move of
  /// later students, and those moves of earlier students that keep their rank.
  ///
  /// - Returns: what speaks against it: the first seat found that could.
  func arbitrationDefect() throws(CancellationError) -> CertificateDefect? {
    // Who has nothing else open moves nowhere.
    let seats = problem.seatsByMerit.filter(hasChoice)
    func rank(_ option: Int) -> Int32 {
      option == Allocation.unplaced ? .max : problem.optionRanks[option]
    }
    let better = try seatThatCouldDoBetter(
      seats, admits: { _, held, option in rank(option) == rank(held) }, offers: { _ in true },
      isBetter: { option, held in rank(option) < rank(held) })
    if let better { return .notArbitrated(seat: Position(better)) }
    let lower = try seatThatCouldDoBetter(
      seats, admits: { _, _, _ in false },
      offers: { rank($0.option) == rank($0.held) },
      isBetter: { option, held in rank(option) == rank(held) && node(option) < node(held) })
    return lower.map { .tieNotLowest(seat: Position($0)) }
  }

  /// - Parameters:
  ///   - seats: those with a choice, in merit order.
  ///   - admits: what a student keeps being able to do before their turn.
  ///   - offers: what a student can do after their turn.
  private func seatThatCouldDoBetter(
    _ seats: [Int], admits: (_ seat: Int, _ held: Int, _ option: Int) -> Bool,
    offers: ((held: Int, option: Int)) -> Bool, isBetter: (_ option: Int, _ held: Int) -> Bool
  ) throws(CancellationError) -> Int? {
    var moves = MoveGraph(nodeCount: outside + 1)
    for (node, parent) in nesting.parents.enumerated() {
      if loads[node] < upperQuota[node] { moves.insert(from: node, to: parent) }
      if loads[node] > lowerQuota[node] { moves.insert(from: parent, to: node) }
    }
    for seat in seats {
      let held = allocation.choices[seat]
      forEachOption(ofSeat: seat) { option in
        if node(option) != node(held), admits(seat, held, option) {
          moves.insert(from: node(held), to: node(option))
        }
      }
    }
    for seat in seats.reversed() {
      try checkCancellation()
      let held = allocation.choices[seat]
      var targets: [Int] = []
      forEachOption(ofSeat: seat) { if isBetter($0, held) { targets.append(node($0)) } }
      if !targets.isEmpty, moves.canReach(node(held), from: targets) { return seat }
      forEachOption(ofSeat: seat) { option in
        if node(option) != node(held), offers((held, option)) {
          moves.insert(from: node(held), to: node(option))
        }
      }
    }
    return nil
  }

  private func hasChoice(_ seat: Int) -> Bool {
    var count = 0
    forEachOption(ofSeat: seat) { _ in count += 1 }
    return count > 1
  }
}

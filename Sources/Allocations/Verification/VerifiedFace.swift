/// What the stages verified so far leave open: for each seat its options, for each offer its loads.
struct VerifiedFace {
  private let problem: AllocationProblem
  private let allocation: Allocation
  private let nesting: LaminarQuotas
  /// By node: offers, then quotas.
  private let loads: [Int]
  var lowerQuota: [Int]
  var upperQuota: [Int]
  /// By option of the problem.
  private var isOpen: [Bool]
  /// By seat.
  private var mayBeUnplaced: [Bool]

  /// The node of a move to no module.
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

  /// The open options of a seat, *unplaced* last.
  private func forEachOption(ofSeat seat: Int, _ body: (Int) -> Void) {
    for option in problem.options(ofSeat: seat) where isOpen[option] { body(option) }
    if mayBeUnplaced[seat] { body(Allocation.unplaced) }
  }

  func verify(
    _ stated: AllocationCertificate.Stage, _ stage: ObjectiveStage, number: Int
  ) throws {
    try checkCancellation()
    let prices = Self.byNode(stated.prices)
    var value: Int128 = 0
    var bound: Int128 = 0
    for node in nesting.parents.indices {
      // What the node's own limit costs; the rest is that of the nodes it counts in.
      let price = prices[node] - prices[nesting.parents[node]]
      if price > 0, loads[node] < upperQuota[node] {
        throw CertificateDefect.priceOfFreePlaces(stage: number, offer: node)
      }
      if price < 0, loads[node] > lowerQuota[node] || lowerQuota[node] == 0 {
        throw CertificateDefect.priceOfFreePlaces(stage: number, offer: node)
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
        throw CertificateDefect.notCheapest(stage: number, seat: seat)
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
    if let offer = try offerWithoutCause(prices, stage) {
      throw CertificateDefect.priceWithoutCause(stage: number, offer: offer)
    }
  }

  /// The prices of the nodes, and of a place outside.
  private static func byNode(_ prices: [Int64]) -> [Int128] { prices.map { Int128($0) } + [0] }

  /// An offer whose price is not the lowest that keeps everyone where they are.
  ///
  /// A lowest price is the gain of some chain of moves, each of which costs nothing at these prices: so from
  /// wherever some chain of possible moves begins, a chain of free ones must lead as far.
  private func offerWithoutCause(
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
      if let offer = reached.indices.first(where: { reached[$0] && !found[$0] }) { return offer }
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
    if let better { return .notArbitrated(seat: better) }
    let lower = try seatThatCouldDoBetter(
      seats, admits: { _, _, _ in false },
      offers: { rank($0.option) == rank($0.held) },
      isBetter: { option, held in rank(option) == rank(held) && node(option) < node(held) })
    return lower.map { .tieNotLowest(seat: $0) }
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

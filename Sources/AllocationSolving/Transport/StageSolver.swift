import Allocations

/// Finds a cheapest allocation of a face, and the prices that prove it.
///
/// A primal–dual method for the transportation problem (Ford and Fulkerson 1957; blocking flows, Dinic 1970)
/// whose graph has only the offers and *unplaced* as nodes. Everyone starts at a cheapest option. While an
/// offer is over-full, or short of its least, prices rise by shortest distances from the nodes with too many
/// to those with too few, and students move along the paths that cost nothing at these prices. Free places
/// count as fillers who are at home everywhere at no cost, so that a node holds `most` students and fillers.
///
/// - Complexity: O(*r* · (*k* + *o*²)) for *k* live options, *o* offers and *r* rounds of prices or of paths of
///   a length; few in practice, since distances are small whole numbers.
struct StageSolver: ~Copyable {
  private let seats: Int
  let nodes: Int
  /// The node that stands for no module; its price is 0 in the end.
  let outside: Int
  /// By node, the one it counts in, and the nodes that count in each.
  let parents: [Int]
  let children: [[Int]]
  let starts: UnsafePointer<Int32>
  let options: UnsafePointer<OpenOption>
  let costs: UnsafePointer<Int64>
  let upperQuota: [Int]
  let span: [Int]
  /// Students without a choice, by node, with those of the nodes that count in it, or its own alone.
  private let fixed: [Int]
  private let fixedHere: [Int]

  let prices: UnsafeMutablePointer<Int64>
  let distances: UnsafeMutablePointer<Int64>
  let layers: UnsafeMutablePointer<Int32>
  /// Students and fillers less what the node holds.
  let excess: UnsafeMutablePointer<Int>
  let slack: UnsafeMutablePointer<Int>
  /// Seats, in a doubly linked list for each node that holds them; while students move, those with a choice at
  /// these prices.
  let heads: UnsafeMutablePointer<Int32>
  let cursors: UnsafeMutablePointer<Int32>
  let next: UnsafeMutablePointer<Int32>
  let previous: UnsafeMutablePointer<Int32>
  let holding: UnsafeMutablePointer<Int32>
  /// Seat *s* has the options `tight[tightStarts[s]..<tightStarts[s + 1]]` that cost it nothing more.
  let tightStarts: UnsafeMutablePointer<Int32>
  let tight: UnsafeMutablePointer<Int32>

  static var none: Int32 { -1 }
  static var far: Int64 { .max / 4 }

  struct Outcome {
    /// By node, the last one 0; the lowest that prove the optimum.
    var prices: [Int64]
    /// For each seat its option's place in the face.
    var holding: [Int32]
  }

  /// - Parameters:
  ///   - face: what to choose from.
  ///   - costs: by rank position, the last one of *unplaced*.
  ///   - deadline: polled between rounds.
  /// - Returns: nil where the face is empty: some offer cannot be filled to its lower quota.
  static func solve(
    _ face: Face, costs: [Int64], deadline: Deadline
  ) throws(SolverStop) -> Outcome? {
    try withSolver(face, costs) { (solver) throws(SolverStop) in try solver.run(deadline) }
  }

  /// The lowest prices that prove an optimum.
  ///
  /// - Parameter proof: any prices that do, by node.
  static func lowestPrices(_ face: Face, costs: [Int64], holding: [Int32], proof: [Int64]) -> [Int64] {
    withSolver(face, costs) { solver in
      solver.begin(holding: holding, prices: proof)
      solver.lowerPrices()
      return Array(UnsafeBufferPointer(start: solver.prices, count: solver.nodes))
    }
  }

  private static func withSolver<R, E: Error>(
    _ face: Face, _ costs: [Int64], _ body: (inout StageSolver) throws(E) -> R
  ) throws(E) -> R {
    try face.starts.withUnsafeBufferPointer { (starts) throws(E) in
      try face.options.withUnsafeBufferPointer { (options) throws(E) in
        try costs.withUnsafeBufferPointer { (costs) throws(E) in
          // An empty buffer's address is never read.
          let anywhere = UnsafeRawPointer(bitPattern: 16)!
          var solver = StageSolver(
            face, starts.baseAddress!,
            options.baseAddress ?? anywhere.assumingMemoryBound(to: OpenOption.self),
            costs.baseAddress ?? anywhere.assumingMemoryBound(to: Int64.self))
          return try body(&solver)
        }
      }
    }
  }

  private init(
    _ face: Face, _ starts: UnsafePointer<Int32>, _ options: UnsafePointer<OpenOption>,
    _ costs: UnsafePointer<Int64>
  ) {
    self.starts = starts
    self.options = options
    self.costs = costs
    seats = face.seatCount
    nodes = face.nodeCount
    outside = nodes - 1
    parents = face.parents
    var children = [[Int]](repeating: [], count: face.nodeCount)
    for (node, parent) in face.parents.enumerated() { children[parent].append(node) }
    self.children = children
    upperQuota = face.upperQuota
    span = zip(face.upperQuota, face.lowerQuota).map { $0 - $1 }
    fixed = face.loads
    fixedHere = face.fixedLoads
    func memory<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
      let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
      memory.initialize(repeating: value, count: count)
      return memory
    }
    prices = memory(nodes, 0)
    distances = memory(nodes, 0)
    layers = memory(nodes, 0)
    excess = memory(nodes, 0)
    slack = memory(nodes, 0)
    heads = memory(nodes, Self.none)
    cursors = memory(nodes, Self.none)
    next = memory(seats, Self.none)
    previous = memory(seats, Self.none)
    holding = memory(seats, 0)
    tightStarts = memory(seats + 1, 0)
    tight = .allocate(capacity: max(1, face.options.count))
  }

  deinit {
    prices.deallocate()
    distances.deallocate()
    layers.deallocate()
    excess.deallocate()
    slack.deallocate()
    heads.deallocate()
    cursors.deallocate()
    next.deallocate()
    previous.deallocate()
    holding.deallocate()
    tightStarts.deallocate()
    tight.deallocate()
  }

  private mutating func run(_ deadline: Deadline) throws(SolverStop) -> Outcome? {
    begin()
    while raisePrices() {
      linkTight()
      while findLayers() {
        try deadline.check()
        moveAlongPaths()
      }
      linkAll()
    }
    guard (0..<nodes).allSatisfy({ excess[$0] == 0 }) else { return nil }
    lowerPrices()
    return Outcome(
      prices: Array(UnsafeBufferPointer(start: prices, count: nodes)),
      holding: Array(UnsafeBufferPointer(start: holding, count: seats)))
  }

  /// Everyone at a cheapest option, one with a free place if there is one.
  private mutating func begin() {
    for node in 0..<outside { excess[node] = fixedHere[node] }
    for seat in 0..<seats {
      let end = Int(starts[seat + 1])
      var best = Int(starts[seat])
      var least = costs[Int(options[best].costIndex)]
      for index in best + 1..<max(end, best + 1) {
        let cost = costs[Int(options[index].costIndex)]
        if cost < least {
          least = cost
          best = index
        } else if cost == least, !hasRoom(Int(options[best].node)), hasRoom(Int(options[index].node)) {
          best = index
        }
      }
      let node = Int(options[best].node)
      holding[seat] = Int32(best)
      excess[node] += 1
    }
    linkAll()
    // What does not fit a node does not count in those above it yet.
    var sum = 0
    for node in bottomUp {
      slack[node] = min(max(upperQuota[node] - excess[node], 0), span[node])
      if parents[node] != outside { excess[parents[node]] += upperQuota[node] - slack[node] }
      excess[node] += slack[node] - upperQuota[node]
      sum += excess[node]
    }
    excess[outside] = -sum
  }

  /// Nodes before those they count in.
  var bottomUp: [Int] {
    var order = [outside]
    var position = 0
    while position < order.count {
      order += children[order[position]]
      position += 1
    }
    return order.dropFirst().reversed()
  }

  /// At an optimum found elsewhere.
  private mutating func begin(holding found: [Int32], prices proof: [Int64]) {
    for node in 0..<outside { slack[node] = upperQuota[node] - fixed[node] }
    for seat in 0..<seats {
      holding[seat] = found[seat]
      var node = Int(options[Int(found[seat])].node)
      while node != outside {
        slack[node] -= 1
        node = parents[node]
      }
    }
    linkAll()
    for node in 0..<nodes { prices[node] = proof[node] }
  }

  @inline(__always)
  private func hasRoom(_ node: Int) -> Bool { node == outside || excess[node] < upperQuota[node] }

  @inline(__always)
  func link(_ seat: Int, _ node: Int) {
    let head = heads[node]
    next[seat] = head
    previous[seat] = Self.none
    if head >= 0 { previous[Int(head)] = Int32(seat) }
    heads[node] = Int32(seat)
  }

  @inline(__always)
  func unlink(_ seat: Int, _ node: Int) {
    let (before, after) = (previous[seat], next[seat])
    if before >= 0 { next[Int(before)] = after } else { heads[node] = after }
    if after >= 0 { previous[Int(after)] = before }
  }

  private func linkAll() {
    heads.update(repeating: Self.none, count: nodes)
    for seat in 0..<seats {
      link(seat, Int(options[Int(holding[seat])].node))
    }
  }

  private func linkTight() {
    heads.update(repeating: Self.none, count: nodes)
    var end = 0
    for seat in 0..<seats {
      let first = end
      tightStarts[seat] = Int32(first)
      let option = options[Int(holding[seat])]
      let held = costs[Int(option.costIndex)] + prices[Int(option.node)]
      for index in starts[seat]..<starts[seat + 1] {
        let option = options[Int(index)]
        if costs[Int(option.costIndex)] + prices[Int(option.node)] == held {
          tight[end] = index
          end += 1
        }
      }
      if end > first + 1 { link(seat, Int(option.node)) } else { end = first }
    }
    tightStarts[seats] = Int32(end)
  }

  // MARK: Prices

  /// Raises prices until a path from a node with too many to one with too few costs nothing.
  ///
  /// - Returns: false where there is no such path.
  private func raisePrices() -> Bool {
    var sources: [Int] = []
    for node in 0..<nodes where excess[node] > 0 { sources.append(node) }
    guard !sources.isEmpty, let reach = findDistances(from: sources, toDeficit: true) else { return false }
    if reach > 0 {
      for node in 0..<nodes where distances[node] < reach { prices[node] += reach - distances[node] }
    }
    return true
  }

  /// Shortest reduced distances (Dijkstra 1959).
  ///
  /// - Returns: the distance of the nearest node with too few, if that is asked, or nil.
  @discardableResult
  func findDistances(
    from sources: [Int], toDeficit: Bool, isClosed: [Bool]? = nil
  ) -> Int64? {
    for node in 0..<nodes {
      distances[node] = Self.far
      layers[node] = isClosed?[node] == true ? 1 : 0
    }
    for source in sources { distances[source] = 0 }
    while true {
      var nearest = -1
      var least = Self.far
      for node in 0..<nodes where layers[node] == 0 && distances[node] < least {
        least = distances[node]
        nearest = node
      }
      guard nearest >= 0 else { return nil }
      if toDeficit, excess[nearest] < 0 { return least }
      layers[nearest] = 1
      relax(nearest, least, toDeficit: toDeficit)
    }
  }

  @inline(__always)
  private func relax(_ node: Int, _ distance: Int64, toDeficit: Bool) {
    let price = prices[node]
    var seat = heads[node]
    while seat >= 0 {
      let held = costs[Int(options[Int(holding[Int(seat)])].costIndex)] + price - distance
      for index in Int(starts[Int(seat)])..<Int(starts[Int(seat) + 1]) {
        let option = options[index]
        let through = costs[Int(option.costIndex)] + prices[Int(option.node)] - held
        if through < distances[Int(option.node)] { distances[Int(option.node)] = through }
      }
      seat = next[Int(seat)]
    }
    for other in children[node] where admitsSlack(other) || (!toDeficit && span[other] == upperQuota[other]) {
      distances[other] = min(distances[other], distance + prices[other] - price)
    }
    if node != outside, slack[node] > 0 {
      let parent = parents[node]
      distances[parent] = min(distances[parent], distance + prices[parent] - price)
    }
  }

  /// Whether a student may leave the node for a filler.
  @inline(__always)
  func admitsSlack(_ node: Int) -> Bool { slack[node] < span[node] }
}

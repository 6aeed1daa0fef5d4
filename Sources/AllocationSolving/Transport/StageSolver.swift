import Allocations

/// Finds a cheapest allocation of a face, and the prices that prove it.
///
/// **Problem.** Each open seat takes one of its options; each node (offer or quota) has a lower and an upper quota;
/// the sum of the costs is to be as small as can be. This is the transportation problem, with laminar quotas.
///
/// **Method.** The primal–dual method of Ford and Fulkerson (*A primal-dual algorithm for the capacitated Hitchcock
/// problem*, Naval Research Logistics Quarterly 4, 1957), with the blocking flows of Dinic (*Algorithm for solution of
/// a problem of maximum flow in networks*, Soviet Mathematics Doklady 11, 1970) along the shortest paths of Dijkstra
/// (1959, doi:10.1007/BF01386390). Everyone starts at a cheapest option. While a node has too many or too few, prices
/// rise by the distances from the nodes with too many, and students move along the paths that then cost nothing.
///
/// **Difference.** The papers' graph has a node for each student. Here only the nodes of the face are in the graph: an
/// arc is a student who may move from the node held to another, so that 100,000 students and 300 offers make 301
/// nodes. Free places are *slack*: a node holds as many students and slack together as its upper quota. Nested quotas
/// are nodes above their offers. At the end, ``lowerPrices()`` makes the prices unique.
///
/// **Example.** Offer X has 1 place, Y has 2. A and B wish for X (cost 0) and then Y (cost 1), C for Y (cost 0);
/// staying outside costs 5. At first all are at cost 0: A and B at X, which has one too many; C and one slack at Y. The
/// shortest path from X to a node with too few costs 1: a student of X moves to Y, Y's slack moves outside. So the
/// price of X rises to 1, B moves to Y along that path, and no node has too many. Prices are X 1, Y 0. The value is
/// 0 + 1 + 0 = 1. The bound is the sum of the cheapest payments, A 1 + B 1 + C 0, less what the places cost,
/// 1 · 1 + 2 · 0: it is 1 too, so nothing is cheaper. One more place at X would gain 1, one more at Y nothing.
///
/// **Why the result is right.** At every step each student holds a cheapest option at the prices, and only full nodes
/// have a price above that of the node they count in. Where no node has too many or too few, this is complementary
/// slackness, and ``AllocationCertificate/verify(_:of:costs:)`` checks it with other code. `checkInvariants(isEnd:)`
/// states it for debug builds.
///
/// - Complexity: O(*r* · (*k* + *o*²)) for *k* options of open seats, *o* nodes and *r* rounds of prices or of paths of
///   one length. Few in practice, since distances are small whole numbers.
struct StageSolver: ~Copyable {
  let seats: Int
  let nodes: Int
  /// The node of the outside option, no module; its price is 0 in the end.
  let outside: Int
  /// By node, the one it counts in, and the nodes that count in each.
  let parents: [Int]
  let children: [[Int]]
  let starts: UnsafePointer<Int32>
  let options: UnsafePointer<OpenOption>
  let costs: UnsafePointer<Int64>
  let upperQuota: [Int]
  /// By node, the upper quota less the lower: the most slack.
  let span: [Int]
  /// Fixed seats by node, with those of the nodes that count in it.
  private let fixed: [Int]
  /// Fixed seats by node, its own alone.
  let fixedHere: [Int]

  let prices: UnsafeMutablePointer<Int64>
  let distances: UnsafeMutablePointer<Int64>
  /// By node, the length of a shortest free path to it, of the layered network (Dinic 1970); while distances are
  /// found, whether the node's is final.
  let layers: UnsafeMutablePointer<Int32>
  /// Students and slack less the upper quota: above 0 a node has too many, below 0 too few.
  let excess: UnsafeMutablePointer<Int>
  /// By node, its free places.
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
  /// An unreachable distance. A quarter of the largest number: the sum of two distances and two costs stays in range,
  /// since costs along a path stay below 2⁵⁰.
  static var far: Int64 { .max / 4 }

  struct Outcome {
    /// By node, the last one 0; the lowest that prove the optimum.
    var prices: [Int64]
    /// For each seat its option's place in the face.
    var holding: [Int32]
  }

  /// - Parameters:
  ///   - face: what to choose from.
  ///   - costs: by ``OpenOption/costIndex``.
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
      #if DEBUG
        checkInvariants()
      #endif
    }
    guard (0..<nodes).allSatisfy({ excess[$0] == 0 }) else { return nil }
    lowerPrices()
    #if DEBUG
      checkInvariants(isEnd: true)
    #endif
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

  /// Shortest reduced distances (Dijkstra 1959, doi:10.1007/BF01386390), by a scan instead of a heap: the graph is
  /// dense.
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

  /// Whether a student may leave the node for slack.
  @inline(__always)
  func admitsSlack(_ node: Int) -> Bool { slack[node] < span[node] }
}

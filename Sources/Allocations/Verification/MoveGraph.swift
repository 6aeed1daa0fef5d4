/// Which nodes moves lead to from which, a bit for each pair: reachability by a search of 64 nodes at a time.
///
/// The solver has a graph of its own, `ExchangeGraph`, on purpose: a check that shared its code would share its faults.
struct MoveGraph {
  let nodeCount: Int
  private let words: Int
  private var targets: [UInt64]

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    words = (nodeCount + 63) / 64
    targets = [UInt64](repeating: 0, count: nodeCount * words)
  }

  /// Adds a move.
  mutating func insert(from node: Int, to other: Int) {
    targets[node * words + other / 64] |= 1 << UInt64(other % 64)
  }

  /// The nodes that moves lead to, the sources among them.
  ///
  /// - Parameter isClosed: nodes that are neither entered nor counted.
  /// - Complexity: O(*n*²/64) for *n* nodes.
  func reached(from sources: some Sequence<Int>, isClosed: [Bool]? = nil) -> [Bool] {
    var found = [Bool](repeating: false, count: nodeCount)
    visit(from: sources, isClosed) {
      found[$0] = true
      return true
    }
    return found
  }

  /// Whether moves lead from one of the sources to a node; a source reaches itself.
  func canReach(_ target: Int, from sources: some Sequence<Int>) -> Bool {
    var isFound = false
    visit(from: sources, nil) {
      isFound = $0 == target
      return !isFound
    }
    return isFound
  }

  /// Whether some move leads from a node to one of others.
  func leads(from node: Int, toAnyOf others: [Bool]) -> Bool {
    (0..<words).contains { word in
      var bits = targets[node * words + word]
      while bits != 0 {
        if others[word * 64 + bits.trailingZeroBitCount] { return true }
        bits &= bits - 1
      }
      return false
    }
  }

  /// - Parameter body: told each node reached; returns whether to go on.
  private func visit(from sources: some Sequence<Int>, _ isClosed: [Bool]?, _ body: (Int) -> Bool) {
    var unvisited = [UInt64](repeating: .max, count: words)
    if let isClosed {
      for (node, isClosed) in isClosed.enumerated() where isClosed {
        unvisited[node / 64] &= ~(1 << UInt64(node % 64))
      }
    }
    var queue: [Int] = []
    for source in sources where unvisited[source / 64] & (1 << UInt64(source % 64)) != 0 {
      unvisited[source / 64] &= ~(1 << UInt64(source % 64))
      queue.append(source)
    }
    while let node = queue.popLast() {
      guard body(node) else { return }
      for word in 0..<words {
        var bits = targets[node * words + word] & unvisited[word]
        unvisited[word] &= ~bits
        while bits != 0 {
          queue.append(word * 64 + bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
    }
  }
}

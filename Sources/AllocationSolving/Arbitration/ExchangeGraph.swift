import Allocations

/// The moves a face leaves open: nodes, and an arc for each student who may go from the node held to another, or for a
/// free place that may go the other way.
///
/// **Problem.** Which options of a seat are in some allocation of the face, the other seats keeping to their ranges?
///
/// **Method.** The residual graph of network flows: a student can change to another option if and only if a chain of
/// other moves leads from there back. So nodes of different strongly connected components (Tarjan 1972,
/// doi:10.1137/0201010) never exchange, and within a component a breadth-first search finds the shortest chain.
///
/// **Difference.** The graph changes with every move. Arcs are kept in sets of bits, so that a search takes 64 nodes at
/// a time, and an arc whose last student left stays until a search comes upon it. Components are not found anew: moves
/// and narrower ranges only ever split them, and a search that fails splits off what it has seen.
///
/// The verifier has a graph of its own, `MoveGraph`, on purpose: a check that shared this code would share its faults.
final class ExchangeGraph {
  let face: Face
  /// For each seat its option's place in the face.
  private let held: UnsafeMutablePointer<Int32>
  private let outside: Int
  /// What each seat may still have; narrower as seats are fixed.
  private let ranges: UnsafeMutablePointer<Range<Int32>>
  /// By node, its free places.
  let slack: UnsafeMutablePointer<Int>
  private let span: [Int]
  /// Seats that still have a choice, by node, in doubly linked lists.
  private let heads: UnsafeMutablePointer<Int32>
  private let next: UnsafeMutablePointer<Int32>
  private let previous: UnsafeMutablePointer<Int32>
  /// Chains between nodes of different numbers lead one way at most, for good.
  private let components: UnsafeMutablePointer<Int32>
  private var componentCount: Int32 = 0

  private let words: Int
  /// For each node, one bit for each node that an arc may lead to.
  private let targets: UnsafeMutablePointer<UInt64>
  private let unvisited: UnsafeMutablePointer<UInt64>
  private let parents: UnsafeMutablePointer<Int32>
  private let queue: UnsafeMutablePointer<Int32>

  /// - Parameter holding: an allocation of the face.
  init(_ face: Face, holding: [Int32]) {
    self.face = face
    outside = face.nodeCount - 1
    span = zip(face.upperQuota, face.lowerQuota).map { $0 - $1 }
    func memory<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
      let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
      memory.initialize(repeating: value, count: count)
      return memory
    }
    held = memory(face.seatCount, 0)
    ranges = memory(face.seatCount, 0..<0)
    slack = memory(face.nodeCount, 0)
    heads = memory(face.nodeCount, -1)
    next = memory(face.seatCount, -1)
    previous = memory(face.seatCount, -1)
    components = memory(face.nodeCount, -1)
    words = (face.nodeCount + 63) / 64
    targets = memory(face.nodeCount * words, 0)
    unvisited = memory(words, 0)
    parents = memory(face.nodeCount, -1)
    queue = memory(face.nodeCount, 0)
    for (node, load) in face.loads.enumerated() { slack[node] = face.upperQuota[node] - load }
    for seat in 0..<face.seatCount {
      held[seat] = holding[seat]
      ranges[seat] = face.starts[seat]..<face.starts[seat + 1]
      let node = node(ofSeat: seat)
      link(seat, node)
      var above = node
      while above != outside {
        slack[above] -= 1
        above = face.parents[above]
      }
    }
    for node in 0..<outside { markSlack(node) }
    findComponents()
    #if DEBUG
      checkInvariants()
    #endif
  }

  deinit {
    held.deallocate()
    ranges.deallocate()
    slack.deallocate()
    heads.deallocate()
    next.deallocate()
    previous.deallocate()
    components.deallocate()
    targets.deallocate()
    unvisited.deallocate()
    parents.deallocate()
    queue.deallocate()
  }

  /// For each seat its option's place in the face.
  var holding: [Int32] { Array(UnsafeBufferPointer(start: held, count: face.seatCount)) }

  func option(ofSeat seat: Int) -> Int32 { held[seat] }

  /// What a seat may still have.
  func choices(ofSeat seat: Int) -> Range<Int32> { ranges[seat] }

  /// Whether chains of moves lead from each of two nodes to the other.
  func canExchange(_ a: Int, _ b: Int) -> Bool { components[a] == components[b] }

  /// Whether an arc may lead from a node to another.
  func hasArc(from node: Int, to target: Int) -> Bool {
    targets[node * words + target / 64] & (1 << UInt64(target % 64)) != 0
  }

  func node(ofSeat seat: Int) -> Int { Int(face.options[Int(held[seat])].node) }

  private func link(_ seat: Int, _ node: Int) {
    let head = heads[node]
    next[seat] = head
    previous[seat] = -1
    if head >= 0 { previous[Int(head)] = Int32(seat) }
    heads[node] = Int32(seat)
    for index in ranges[seat] { mark(node, Int(face.options[Int(index)].node)) }
  }

  @inline(__always)
  private func mark(_ node: Int, _ target: Int) {
    if target != node { targets[node * words + target / 64] |= 1 << UInt64(target % 64) }
  }

  /// A student may take a free place, and slack a student's.
  private func markSlack(_ node: Int) {
    if slack[node] < span[node] { mark(face.parents[node], node) }
    if slack[node] > 0 { mark(node, face.parents[node]) }
  }

  private func unlink(_ seat: Int, _ node: Int) {
    let (before, after) = (previous[seat], next[seat])
    if before >= 0 { next[Int(before)] = after } else { heads[node] = after }
    if after >= 0 { previous[Int(after)] = before }
  }

  /// Leaves a seat only some of its options, among them the one it holds.
  func narrow(_ seat: Int, to range: Range<Int32>) {
    assert(range.contains(held[seat]) && range.clamped(to: ranges[seat]) == range)
    if range.count == 1, ranges[seat].count > 1 { unlink(seat, node(ofSeat: seat)) }
    ranges[seat] = range
  }

  /// Whether a seat may have another option, all others keeping to theirs; and makes it so if asked.
  func canChange(_ seat: Int, to index: Int32, apply: Bool) -> Bool {
    let from = node(ofSeat: seat)
    let to = Int(face.options[Int(index)].node)
    guard components[from] == components[to] else { return false }
    if from == to {
      if apply { held[seat] = index }
      return true
    }
    guard let chain = findChain(from: to, to: from, without: seat) else { return false }
    guard apply else { return true }
    for step in chain { move(step) }
    unlink(seat, from)
    held[seat] = index
    link(seat, to)
    return true
  }

  private struct Step {
    var node: Int
    var target: Int
    /// The seat that moves and its new option, or −1 for slack.
    var seat: Int32
    var index: Int32
  }

  /// A shortest chain, so that few move.
  private func findChain(from source: Int, to target: Int, without seat: Int) -> [Step]? {
    search: while visit(from: source, to: target) {
      var chain: [Step] = []
      var node = target
      while node != source {
        let parent = Int(parents[node])
        guard let step = step(from: parent, to: node, without: seat) else {
          targets[parent * words + node / 64] &= ~(1 << UInt64(node % 64))
          continue search
        }
        chain.append(step)
        node = parent
      }
      return chain
    }
    return nil
  }

  /// Breadth first. Nodes that do not lead to the target become a component of their own: no exchange will
  /// ever lead out of them.
  ///
  /// - Returns: whether the target was reached.
  private func visit(from source: Int, to target: Int) -> Bool {
    unvisited.update(repeating: .max, count: words)
    unvisited[source / 64] &= ~(1 << UInt64(source % 64))
    queue[0] = Int32(source)
    var (position, end) = (0, 1)
    let component = components[source]
    while position < end {
      let node = Int(queue[position])
      position += 1
      let row = targets + node * words
      for word in 0..<words {
        var found = row[word] & unvisited[word]
        unvisited[word] &= ~found
        while found != 0 {
          let other = word * 64 + found.trailingZeroBitCount
          found &= found - 1
          guard components[other] == component else { continue }
          parents[other] = Int32(node)
          if other == target { return true }
          queue[end] = Int32(other)
          end += 1
        }
      }
    }
    for position in 0..<end { components[Int(queue[position])] = componentCount }
    componentCount += 1
    return false
  }

  /// A move from one node to another, if there is one left.
  private func step(from node: Int, to target: Int, without seat: Int) -> Step? {
    let slackStep = Step(node: node, target: target, seat: -1, index: -1)
    if target != outside, face.parents[target] == node, slack[target] < span[target] { return slackStep }
    if node != outside, face.parents[node] == target, slack[node] > 0 { return slackStep }
    var mover = heads[node]
    while mover >= 0 {
      if mover != Int32(seat) {
        for index in ranges[Int(mover)] where Int(face.options[Int(index)].node) == target {
          return Step(node: node, target: target, seat: mover, index: index)
        }
      }
      mover = next[Int(mover)]
    }
    return nil
  }

  private func move(_ step: Step) {
    if step.seat >= 0 {
      unlink(Int(step.seat), step.node)
      held[Int(step.seat)] = step.index
      link(Int(step.seat), step.target)
    } else if step.node != outside, face.parents[step.node] == step.target {
      slack[step.node] -= 1
      markSlack(step.node)
    } else {
      slack[step.target] += 1
      markSlack(step.target)
    }
  }

  /// Numbers the strongly connected components (Tarjan 1972, doi:10.1137/0201010), with an array in place of recursion.
  private func findComponents() {
    let count = face.nodeCount
    components.update(repeating: -1, count: count)
    var numbers = [Int32](repeating: -1, count: count)
    var lows = numbers
    var cursors = [Int](repeating: 0, count: count)
    /// The first target from a position on.
    func target(of node: Int, from position: Int) -> Int? {
      var word = position / 64
      guard word < words else { return nil }
      var bits = targets[node * words + word] & (.max << UInt64(position % 64))
      while bits == 0 {
        word += 1
        guard word < words else { return nil }
        bits = targets[node * words + word]
      }
      return word * 64 + bits.trailingZeroBitCount
    }
    var stack: [Int] = []
    var path: [Int] = []
    var number: Int32 = 0
    for root in 0..<count where numbers[root] < 0 {
      path.append(root)
      while let node = path.last {
        if numbers[node] < 0 {
          numbers[node] = number
          lows[node] = number
          number += 1
          stack.append(node)
        }
        if let other = target(of: node, from: cursors[node]) {
          cursors[node] = other + 1
          if numbers[other] < 0 {
            path.append(other)
          } else if components[other] < 0 {
            lows[node] = min(lows[node], numbers[other])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { lows[parent] = min(lows[parent], lows[node]) }
        if lows[node] == numbers[node] {
          while let member = stack.popLast() {
            components[member] = componentCount
            if member == node { break }
          }
          componentCount += 1
        }
      }
    }
  }
}

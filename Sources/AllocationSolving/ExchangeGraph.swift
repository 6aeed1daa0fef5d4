import Allocation

/// The moves a face leaves open: offers as nodes, and an arc for each student who may go from the one held to
/// another, or for a free place that may go the other way.
///
/// A student can change to another option exactly where a chain of other moves leads from there back.
final class ExchangeGraph {
  let face: Face
  /// For each seat its option's place in the face.
  private let held: UnsafeMutablePointer<Int32>
  private let ground: Int
  /// What each seat may still have; narrower as seats are settled.
  private let ranges: UnsafeMutablePointer<Range<Int32>>
  private let fillers: UnsafeMutablePointer<Int>
  private let span: [Int]
  /// Seats with a choice, by node, in doubly linked lists.
  private let heads: UnsafeMutablePointer<Int32>
  private let next: UnsafeMutablePointer<Int32>
  private let previous: UnsafeMutablePointer<Int32>
  /// Nodes with the same number reach each other, or did when it was found; chains only grow fewer.
  private let components: UnsafeMutablePointer<Int32>

  private let parents: UnsafeMutablePointer<(node: Int32, seat: Int32, index: Int32)>
  private let visited: UnsafeMutablePointer<Int32>
  private var visit: Int32 = 0
  private var queue: [Int32] = []

  /// - Parameter holding: an allocation of the face.
  init(_ face: Face, holding: [Int32]) {
    self.face = face
    ground = face.nodeCount - 1
    span = zip(face.most, face.least).map { $0 - $1 }
    func memory<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
      let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
      memory.initialize(repeating: value, count: count)
      return memory
    }
    held = memory(face.seatCount, 0)
    ranges = memory(face.seatCount, 0..<0)
    fillers = memory(face.nodeCount, 0)
    heads = memory(face.nodeCount, -1)
    next = memory(face.seatCount, -1)
    previous = memory(face.seatCount, -1)
    components = memory(face.nodeCount, -1)
    parents = memory(face.nodeCount, (-1, -1, -1))
    visited = memory(face.nodeCount, 0)
    for (node, places) in face.most.enumerated() { fillers[node] = places }
    for seat in 0..<face.seatCount {
      held[seat] = holding[seat]
      ranges[seat] = face.starts[seat]..<face.starts[seat + 1]
      let node = node(ofSeat: seat)
      if node != ground { fillers[node] -= 1 }
      if ranges[seat].count > 1 { link(seat, node) }
    }
    findComponents()
  }

  deinit {
    held.deallocate()
    ranges.deallocate()
    fillers.deallocate()
    heads.deallocate()
    next.deallocate()
    previous.deallocate()
    components.deallocate()
    parents.deallocate()
    visited.deallocate()
  }

  /// For each seat its option's place in the face.
  var holding: [Int32] { Array(UnsafeBufferPointer(start: held, count: face.seatCount)) }

  func option(ofSeat seat: Int) -> Int32 { held[seat] }

  /// What a seat may still have.
  func choices(ofSeat seat: Int) -> Range<Int32> { ranges[seat] }

  func node(ofSeat seat: Int) -> Int { Int(face.options[Int(held[seat])].node) }

  private func link(_ seat: Int, _ node: Int) {
    let head = heads[node]
    next[seat] = head
    previous[seat] = -1
    if head >= 0 { previous[Int(head)] = Int32(seat) }
    heads[node] = Int32(seat)
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
    guard findChain(from: to, to: from, without: seat) else {
      findComponents()
      return false
    }
    if apply { move(seat, from: from, to: to, index: index) }
    return true
  }

  /// Breadth first, so that few move.
  private func findChain(from source: Int, to target: Int, without seat: Int) -> Bool {
    visit += 1
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(source))
    visited[source] = visit
    let component = components[source]
    var position = 0
    while position < queue.count {
      let node = Int(queue[position])
      position += 1
      var isFound = false
      forEachMove(from: node) { other, mover, index in
        if visited[other] != visit, components[other] == component, mover != Int32(seat) {
          visited[other] = visit
          parents[other] = (Int32(node), mover, index)
          queue.append(Int32(other))
          isFound = isFound || other == target
        }
        return !isFound
      }
      if isFound { return true }
    }
    return false
  }

  /// Moves a seat, and along the chain found last those who make room for it.
  private func move(_ seat: Int, from: Int, to: Int, index: Int32) {
    var node = from
    while node != to {
      let (source, mover, index) = parents[node]
      if mover >= 0 {
        unlink(Int(mover), Int(source))
        held[Int(mover)] = index
        link(Int(mover), node)
      } else if Int(source) == ground {
        fillers[node] += 1
      } else {
        fillers[Int(source)] -= 1
      }
      node = Int(source)
    }
    unlink(seat, from)
    held[seat] = index
    link(seat, to)
  }

  /// Every move out of a node, until `body` says false.
  @inline(__always)
  private func forEachMove(
    from node: Int, _ body: (_ node: Int, _ seat: Int32, _ index: Int32) -> Bool
  ) {
    if node == ground {
      for other in 0..<ground where fillers[other] < span[other] {
        if !body(other, -1, -1) { return }
      }
    } else if fillers[node] > 0, !body(ground, -1, -1) {
      return
    }
    var seat = heads[node]
    while seat >= 0 {
      for index in ranges[Int(seat)] {
        let other = Int(face.options[Int(index)].node)
        if other != node, !body(other, seat, index) { return }
      }
      seat = next[Int(seat)]
    }
  }

  /// Numbers the strongly connected components (Tarjan 1972, with a stack of its own).
  private func findComponents() {
    let count = face.nodeCount
    // Distinct targets of each node.
    var targets = [[Int32]](repeating: [], count: count)
    for node in 0..<count {
      visit += 1
      var found: [Int32] = []
      forEachMove(from: node) { other, _, _ in
        if visited[other] != visit {
          visited[other] = visit
          found.append(Int32(other))
        }
        return true
      }
      targets[node] = found
    }
    components.update(repeating: -1, count: count)
    var numbers = [Int32](repeating: -1, count: count)
    var lows = numbers
    var cursors = [Int](repeating: 0, count: count)
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
        if cursors[node] < targets[node].count {
          let other = Int(targets[node][cursors[node]])
          cursors[node] += 1
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
            components[member] = Int32(node)
            if member == node { break }
          }
        }
      }
    }
  }
}

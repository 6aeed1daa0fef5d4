extension StageSolver {
  /// Numbers the nodes by their distance, in moves that cost nothing, from the nodes with too many.
  ///
  /// - Returns: whether a node with too few was reached.
  func findLayers() -> Bool {
    var queue: [Int] = []
    queue.reserveCapacity(nodes)
    for node in 0..<nodes {
      layers[node] = excess[node] > 0 ? 0 : Self.none
      cursors[node] = heads[node]
      if excess[node] > 0 { queue.append(node) }
    }
    var found = false
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      if excess[node] < 0 {
        found = true
        continue
      }
      let layer = layers[node] + 1
      func reach(_ other: Int) {
        if layers[other] < 0 {
          layers[other] = layer
          queue.append(other)
        }
      }
      let price = prices[node]
      var seat = heads[node]
      while seat >= 0 {
        for position in Int(tightStarts[Int(seat)])..<Int(tightStarts[Int(seat) + 1]) {
          reach(Int(options[Int(tight[position])].node))
        }
        seat = next[Int(seat)]
      }
      for other in children[node] where admitsSlack(other) && prices[other] == price { reach(other) }
      if node != outside, slack[node] > 0, prices[parents[node]] == price { reach(parents[node]) }
    }
    return found
  }

  private struct Step {
    var node: Int
    var target: Int
    /// The seat that moves, or −1 for slack.
    var seat: Int32
    /// Its new option.
    var index: Int32
  }

  /// Moves students along shortest paths until every one is blocked.
  func moveAlongPaths() {
    var path: [Step] = []
    for source in 0..<nodes {
      search: while excess[source] > 0 {
        path.removeAll(keepingCapacity: true)
        var node = source
        while excess[node] >= 0 || node == source {
          if let step = step(from: node) {
            path.append(step)
            node = step.target
          } else {
            layers[node] = Self.none
            guard let last = path.popLast() else { break search }
            node = last.node
          }
        }
        for step in path { move(step) }
        excess[source] -= 1
        excess[node] += 1
      }
    }
  }

  /// A move that costs nothing, to a node one level on.
  @inline(__always)
  private func step(from node: Int) -> Step? {
    let (layer, price) = (layers[node] + 1, prices[node])
    for other in children[node]
    where layers[other] == layer && prices[other] == price && admitsSlack(other) {
      return Step(node: node, target: other, seat: Self.none, index: Self.none)
    }
    if node != outside, slack[node] > 0, layers[parents[node]] == layer, prices[parents[node]] == price {
      return Step(node: node, target: parents[node], seat: Self.none, index: Self.none)
    }
    var seat = cursors[node]
    while seat >= 0 {
      for position in Int(tightStarts[Int(seat)])..<Int(tightStarts[Int(seat) + 1]) {
        let target = Int(options[Int(tight[position])].node)
        if layers[target] == layer {
          cursors[node] = seat
          return Step(node: node, target: target, seat: seat, index: tight[position])
        }
      }
      seat = next[Int(seat)]
    }
    cursors[node] = Self.none
    return nil
  }

  @inline(__always)
  private func move(_ step: Step) {
    if step.seat >= 0 {
      let seat = Int(step.seat)
      if cursors[step.node] == step.seat { cursors[step.node] = next[seat] }
      unlink(seat, step.node)
      holding[seat] = step.index
      link(seat, step.target)
    } else if step.node != outside, parents[step.node] == step.target {
      slack[step.node] -= 1
    } else {
      slack[step.target] += 1
    }
  }
}

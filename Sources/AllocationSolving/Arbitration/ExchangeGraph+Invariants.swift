extension ExchangeGraph {
  /// Ends the process where lists, free places, arcs or components contradict what seats hold; checks small faces only.
  ///
  /// - Complexity: O(*k* + *n*³) for *k* options and *n* nodes.
  func checkInvariants() {
    guard face.seatCount <= largestCheckedCount, face.nodeCount <= largestCheckedCount / 8 else { return }
    let outside = face.nodeCount - 1
    var loads = face.loads
    for seat in 0..<face.seatCount {
      precondition(choices(ofSeat: seat).contains(option(ofSeat: seat)), "a seat that holds what it may not")
      var node = node(ofSeat: seat)
      while node != outside {
        loads[node] += 1
        node = face.parents[node]
      }
    }
    for node in 0..<outside {
      precondition(slack[node] == face.upperQuota[node] - loads[node], "free places lost")
      precondition(face.lowerQuota[node]...face.upperQuota[node] ~= loads[node], "a load beyond the quotas")
    }
    var reach = arcs()
    for node in 0...outside {
      for target in 0...outside where reach[node][target] {
        precondition(hasArc(from: node, to: target), "an arc that no search finds")
      }
    }
    for through in 0...outside {
      for node in 0...outside where reach[node][through] {
        for target in 0...outside where reach[through][target] { reach[node][target] = true }
      }
    }
    for a in 0...outside {
      for b in 0..<a where reach[a][b] && reach[b][a] {
        precondition(canExchange(a, b), "a cycle between two components")
      }
    }
  }

  /// The arcs that seats and free places make now; by node, whether one leads to each other.
  private func arcs() -> [[Bool]] {
    let outside = face.nodeCount - 1
    var arcs = [[Bool]](repeating: [Bool](repeating: false, count: face.nodeCount), count: face.nodeCount)
    for seat in 0..<face.seatCount where choices(ofSeat: seat).count > 1 {
      let node = node(ofSeat: seat)
      for index in choices(ofSeat: seat) {
        let target = Int(face.options[Int(index)].node)
        if target != node { arcs[node][target] = true }
      }
    }
    for node in 0..<outside {
      if slack[node] < face.upperQuota[node] - face.lowerQuota[node] { arcs[face.parents[node]][node] = true }
      if slack[node] > 0 { arcs[node][face.parents[node]] = true }
    }
    return arcs
  }
}

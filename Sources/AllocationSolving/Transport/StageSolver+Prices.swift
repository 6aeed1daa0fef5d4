extension StageSolver {
  /// Brings the prices down to the lowest that prove the optimum, so that they are the same however it was
  /// found, and each is what one more place would gain.
  ///
  /// The prices that prove an optimum are a lattice (Shapley and Shubik 1971, doi:10.1007/BF01753437), so there is a
  /// lowest one; Demange, Gale and Sotomayor (1986, doi:10.1086/261411) reach it by an auction, here shortest paths
  /// from the outside node find it at once. The lowest price of an offer is the gain of the best chain of moves from
  /// outside to it, 0 at least where it has no lower quota. Offers that no chain reaches, full by an earlier stage,
  /// take the highest prices that keep their students where they are.
  func lowerPrices() {
    let base = prices[outside]
    for node in 0..<nodes { prices[node] -= base }
    // A price of a node nobody holds can rise: nobody would leave it.
    for node in bottomUp.reversed() where span[node] == upperQuota[node] && slack[node] == upperQuota[node] {
      prices[node] = max(prices[node], prices[parents[node]])
    }
    var isDone = [Bool](repeating: false, count: nodes)
    func lower(from source: Int, shift: (_ reached: [Int]) -> Int64) {
      findDistances(from: [source], toDeficit: false, isClosed: isDone)
      let reached = (0..<nodes).filter { !isDone[$0] && distances[$0] < Self.far }
      for node in reached { prices[node] -= distances[node] }
      let shift = shift(reached)
      for node in reached {
        prices[node] += shift
        isDone[node] = true
      }
    }
    lower(from: outside) { _ in 0 }
    for node in 0..<outside where !isDone[node] {
      lower(from: node) { reached in
        var room = Self.far
        for other in reached { room = min(room, roomToRise(of: other) { isDone[$0] }) }
        return room < Self.far ? room : -prices[node]
      }
    }
  }

  /// How much the price of a node may rise before a move from it to certain others gains.
  private func roomToRise(of node: Int, to isTarget: (Int) -> Bool) -> Int64 {
    var room = Self.far
    var seat = heads[node]
    while seat >= 0 {
      let held = costs[Int(options[Int(holding[Int(seat)])].costIndex)] + prices[node]
      for index in Int(starts[Int(seat)])..<Int(starts[Int(seat) + 1])
      where isTarget(Int(options[index].node)) {
        room = min(room, costs[Int(options[index].costIndex)] + prices[Int(options[index].node)] - held)
      }
      seat = next[Int(seat)]
    }
    if slack[node] > 0, isTarget(parents[node]) {
      room = min(room, prices[parents[node]] - prices[node])
    }
    for other in children[node]
    where isTarget(other) && (admitsSlack(other) || span[other] == upperQuota[other]) {
      room = min(room, prices[other] - prices[node])
    }
    return room
  }
}

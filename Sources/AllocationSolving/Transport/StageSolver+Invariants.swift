extension StageSolver {
  /// Ends the process where the lists, the flow or the prices contradict each other; checks small faces only.
  ///
  /// - Parameter isEnd: whether the optimum is found: no node has too many or too few, and prices are lowest.
  /// - Complexity: O(*k* + *n*²) for *k* options and *n* nodes.
  func checkInvariants(isEnd: Bool = false) {
    guard seats <= largestCheckedCount, nodes <= largestCheckedCount else { return }
    checkLists()
    checkFlow(isEnd: isEnd)
    checkPrices(isEnd: isEnd)
  }

  private func node(ofSeat seat: Int) -> Int { Int(options[Int(holding[seat])].node) }

  /// Each seat stands in the list of the node that it holds, and in no other.
  private func checkLists() {
    var isListed = [Bool](repeating: false, count: seats)
    for node in 0..<nodes {
      var before = Self.none
      var seat = heads[node]
      while seat >= 0 {
        precondition(!isListed[Int(seat)], "a seat in two lists")
        precondition(previous[Int(seat)] == before, "a list that does not lead back")
        precondition(self.node(ofSeat: Int(seat)) == node, "a seat in the list of another node")
        isListed[Int(seat)] = true
        before = seat
        seat = next[Int(seat)]
      }
    }
    precondition(isListed.allSatisfy { $0 }, "a seat in no list")
  }

  /// What enters a node is what it holds: its students, those of the nodes that count in it, slack and excess.
  private func checkFlow(isEnd: Bool) {
    var inflow = [Int](repeating: 0, count: nodes)
    for seat in 0..<seats {
      precondition(starts[seat]..<starts[seat + 1] ~= holding[seat], "a seat that holds no option of its own")
      inflow[node(ofSeat: seat)] += 1
    }
    for node in bottomUp {
      precondition(0...span[node] ~= slack[node], "slack beyond the quotas")
      inflow[node] += fixedHere[node]
      precondition(inflow[node] + slack[node] - excess[node] == upperQuota[node], "students lost at a node")
      inflow[parents[node]] += upperQuota[node] - slack[node]
    }
    precondition((0..<nodes).reduce(0) { $0 + excess[$1] } == 0, "students lost")
    precondition(!isEnd || (0..<nodes).allSatisfy { excess[$0] == 0 }, "a node with too many or too few")
  }

  /// Complementary slackness: each seat holds a cheapest option, and the prices of nodes fit their slack.
  private func checkPrices(isEnd: Bool) {
    for seat in 0..<seats {
      func payment(_ index: Int32) -> Int64 {
        costs[Int(options[Int(index)].costIndex)] + prices[Int(options[Int(index)].node)]
      }
      let held = payment(holding[seat])
      precondition((starts[seat]..<starts[seat + 1]).allSatisfy { payment($0) >= held }, "a cheaper option")
    }
    for node in 0..<outside {
      let own = prices[node] - prices[parents[node]]
      precondition(slack[node] == 0 || own <= 0, "a price of free places")
      precondition(slack[node] == span[node] || own >= 0, "a reward beyond the lower quota")
      precondition(!isEnd || span[node] < upperQuota[node] || own >= 0, "a reward without a lower quota")
    }
    precondition(!isEnd || prices[outside] == 0, "a price of the outside option")
  }
}

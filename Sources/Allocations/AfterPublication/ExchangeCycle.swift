/// Students of whom each gets the place of the next in a créneau, and the last that of the first.
package struct ExchangeCycle: Sendable, Equatable {
  package let slot: Int
  /// The best merit first; no two hold places of the same offer.
  package let students: [Int]

  package init(slot: Int, students: [Int]) {
    self.slot = slot
    self.students = students
  }
}

extension Allocation {
  /// The cycles that lead from this allocation to another one: each seat that changes is in one of them.
  ///
  /// - Parameter other: with as many students in each offer, and the same seats filled.
  /// - Returns: by créneau, then by the merit of their first students.
  /// - Complexity: O(*s* + *o*), seats and offers, and sorting the cycles.
  package func exchangeCycles(to other: Allocation, _ problem: AllocationProblem) -> [ExchangeCycle] {
    let merits = problem.meritPositions
    return (0..<problem.slotCount).flatMap { slot in
      cycles(to: other, slot: slot, problem)
        .map { Self.bestFirst($0, merits) }
        .sorted { merits[$0[0]] < merits[$1[0]] }
        .map { ExchangeCycle(slot: slot, students: $0) }
    }
  }

  private static func bestFirst(_ cycle: [Int], _ merits: [Int32]) -> [Int] {
    let best = cycle.indices.min { merits[cycle[$0]] < merits[cycle[$1]] }!
    return Array(cycle[best...] + cycle[..<best])
  }

  private func cycles(to other: Allocation, slot: Int, _ problem: AllocationProblem) -> [[Int]] {
    func offer(_ allocation: Allocation, _ student: Int) -> Int? {
      allocation[problem.seat(student: student, slot: slot)].map { Int(problem.optionOffers[$0]) }
    }
    // By offer, who leaves it, the best merit last.
    var leaving = [[Int]](repeating: [], count: problem.offers.count)
    for student in problem.meritOrder.reversed() {
      let (from, to) = (offer(self, Int(student)), offer(other, Int(student)))
      precondition((from == nil) == (to == nil), "not the same seats are filled")
      if let from, from != to { leaving[from].append(Int(student)) }
    }
    var found: [[Int]] = []
    var path: [Int] = []
    // Where on the path an offer is left.
    var place = [Int](repeating: -1, count: problem.offers.count)
    for start in problem.offers.indices {
      var next = start
      while !path.isEmpty || !leaving[next].isEmpty {
        guard let student = leaving[next].popLast() else { preconditionFailure("offers differ in students") }
        place[next] = path.count
        path.append(student)
        next = offer(other, student)!
        guard place[next] >= 0 else { continue }
        let cycle = Array(path[place[next]...])
        path.removeSubrange(place[next]...)
        for member in cycle { place[offer(self, member)!] = -1 }
        found.append(cycle)
      }
    }
    return found
  }
}

import Allocations

extension TransportSolver {
  /// A good allocation that keeps all rules, for a search to better: a heuristic of our own.
  ///
  /// It repairs optima of the transportation problem. While a student has a module twice, one of the two is taken away;
  /// while an offer is below its minimum, the emptiest is closed. At the end whatever still breaks a rule is dropped,
  /// so the result keeps the rules however good it is.
  func firstAllocation() throws(SolverStop) -> Allocation {
    if objective.levels.isEmpty, !problem.hasMinimums { return inMeritOrder() }
    var face = Face(problem)
    var allocation = Allocation(
      choices: [Int](repeating: Allocation.unplaced, count: problem.seatCount))
    // Each round takes options away for good, or closes an offer.
    for _ in 0..<(problem.offers.count + Self.roundsForSharedModules) {
      if deadline.hasPassed { break }
      try deadline.checkCancellation()
      guard let solution = try first.solve(face) else { break }
      allocation = solution.allocation
      let twice = allocation.modulesTwice(problem)
      let broken = allocation.brokenMinimums(problem)
      if !twice.isEmpty {
        let dropped = Set(twice.map { allocation.choices[$0] })
        let options = face.options
        var holding = face.starts.dropLast().map { $0 }
        face.keep({ _, index in !dropped.contains(Int(options[index].option)) }, holding: &holding)
      } else if !broken.isEmpty {
        let loads = allocation.loads(problem)
        let emptiest = broken.min {
          loads[$0] * problem.offers[$1].minimum < loads[$1] * problem.offers[$0].minimum
        }!
        face.upperQuota[emptiest] = 0
      } else {
        break
      }
    }
    for seat in allocation.modulesTwice(problem) { allocation.choices[seat] = Allocation.unplaced }
    for quota in problem.crossingQuotas { allocation.keep(quota, problem) }
    // What closes here leaves the others as full as they are.
    let broken = Set(allocation.brokenMinimums(problem).map { Int32($0) })
    for (seat, option) in allocation.choices.enumerated()
    where option != Allocation.unplaced && broken.contains(problem.optionOffers[option]) {
      allocation.choices[seat] = Allocation.unplaced
    }
    return allocation
  }

  /// Everyone in merit order takes the best that is left: where nothing has to be filled, nothing is better.
  private func inMeritOrder() -> Allocation {
    var allocation = Allocation(
      choices: [Int](repeating: Allocation.unplaced, count: problem.seatCount))
    var places = problem.offers.map(\.places)
    var quotas = problem.quotas.map(\.most)
    var quotasOfOffer = problem.offers.map { _ in [Int]() }
    for (number, quota) in problem.quotas.enumerated() {
      for offer in quota.offers { quotasOfOffer[offer].append(number) }
    }
    for student in problem.meritOrder {
      var modules: Set<Int> = []
      for slot in 0..<problem.slotCount {
        let seat = problem.seat(student: Int(student), slot: slot)
        let best = problem.options(ofSeat: seat).first { option in
          let offer = Int(problem.optionOffers[option])
          return places[offer] > 0 && quotasOfOffer[offer].allSatisfy { quotas[$0] > 0 }
            && !modules.contains(problem.offers[offer].module)
        }
        guard let best else { continue }
        let offer = Int(problem.optionOffers[best])
        allocation.choices[seat] = best
        places[offer] -= 1
        for quota in quotasOfOffer[offer] { quotas[quota] -= 1 }
        modules.insert(problem.offers[offer].module)
      }
    }
    return allocation
  }

  /// How many rounds may drop options of modules had twice, beside one for each offer that closes. Not
  /// measured: a guess. Whatever is had twice after them is dropped, and the search betters it.
  private static var roundsForSharedModules: Int { 40 }
}

extension Allocation {
  /// Takes from a quota as many as are too many, the last in merit order first.
  fileprivate mutating func keep(_ quota: AllocationProblem.Quota, _ problem: AllocationProblem) {
    let offers = Set(quota.offers)
    var excess = -quota.most
    for option in choices where option != Self.unplaced {
      if offers.contains(Int(problem.optionOffers[option])) { excess += 1 }
    }
    for student in problem.meritOrder.reversed() where excess > 0 {
      for slot in 0..<problem.slotCount {
        let seat = problem.seat(student: Int(student), slot: slot)
        guard let option = self[seat], offers.contains(Int(problem.optionOffers[option])) else { continue }
        choices[seat] = Self.unplaced
        excess -= 1
      }
    }
  }

  /// Seats with a module that the student has in an earlier créneau too.
  func modulesTwice(_ problem: AllocationProblem) -> [Int] {
    guard problem.sharesModules else { return [] }
    var seats: [Int] = []
    for student in 0..<problem.studentCount {
      var modules: Set<Int> = []
      for slot in 0..<problem.slotCount {
        let seat = problem.seat(student: student, slot: slot)
        guard let option = self[seat] else { continue }
        if !modules.insert(problem.offer(ofOption: option).module).inserted { seats.append(seat) }
      }
    }
    return seats
  }
}

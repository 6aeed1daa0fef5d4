import Palmares
import TestSupport
import Testing

/// The best exchanges by trying all allocations in which everyone keeps their place or has one they prefer.
private struct ExchangeEnumeration {
  private let problem: AllocationProblem
  private let start: Allocation
  private let preferences: AllocationProblem
  private var current: [Int]
  private var loads: [Int]
  private(set) var best: [Int] = []
  private var bestKey: [Int] = []

  init(_ start: Allocation, _ problem: AllocationProblem, _ preferences: AllocationProblem) {
    self.problem = problem
    self.start = start
    self.preferences = preferences
    current = start.choices
    loads = start.loads(problem)
    visit(0)
  }

  private func wish(_ seat: Int, _ option: Int) -> Int? {
    preferences.options(ofSeat: seat).first {
      preferences.optionOffers[$0] == problem.optionOffers[option]
    }.map { preferences.rank(ofOption: $0) }
  }

  private mutating func visit(_ seat: Int) {
    guard seat < current.count else {
      let candidate = Allocation(choices: current)
      guard candidate.loads(problem) == loads, candidate.violation(problem) == nil else { return }
      let key = key()
      if best.isEmpty || key.lexicographicallyPrecedes(bestKey) { (best, bestKey) = (current, key) }
      return
    }
    visit(seat + 1)
    guard let held = start[seat] else { return }
    let own = wish(seat, held) ?? .max
    for option in problem.options(ofSeat: seat) where option != held {
      guard let rank = wish(seat, option), rank < own else { continue }
      current[seat] = option
      visit(seat + 1)
      current[seat] = held
    }
  }

  /// Smaller is better: who is bettered, ranks in merit order, then modules in merit order.
  private func key() -> [Int] {
    let seats = problem.meritOrder.flatMap { student in
      (0..<problem.slotCount).map { Int(student) * problem.slotCount + $0 }
    }
    let moved = current.indices.count { current[$0] != start.choices[$0] }
    return [-moved]
      + seats.map { current[$0] == start.choices[$0] ? .max : wish($0, current[$0])! }
      + seats.map { current[$0] < 0 ? 0 : problem.offer(ofOption: current[$0]).module }
  }
}

@Suite struct ProposedExchangesTests {
  /// What students would take instead: some of their wishes in an order of its own, and others they never had.
  private func randomPreferences(
    _ problem: AllocationProblem, using generator: inout SeededGenerator
  ) -> AllocationProblem {
    let modules = Set(problem.offers.map(\.module)).sorted()
    let wishes = (0..<problem.studentCount).map { student in
      let own = Set(
        (0..<problem.slotCount).flatMap { slot in
          problem.options(ofSeat: problem.seat(student: student, slot: slot)).map {
            problem.offer(ofOption: $0).module
          }
        })
      return modules.compactMap { module in
        Int.random(in: 0..<10, using: &generator) < (own.contains(module) ? 7 : 1)
          ? (module, Int.random(in: 1...4, using: &generator)) : nil
      }
    }
    return AllocationProblem(
      studentCount: problem.studentCount, slotCount: problem.slotCount, offers: problem.offers,
      meritOrder: problem.meritOrder
    ) { student, add in
      for (module, rank) in wishes[student] {
        for (offer, row) in problem.offers.enumerated() where row.module == module { add(offer, rank) }
      }
    }
  }

  private func compareWithEnumeration(
    _ shape: ProblemShape, cases: Int, seed: UInt64, _ solver: AllocationSolver = AllocationSolver()
  ) throws {
    var generator = SeededGenerator(seed)
    var moved = 0
    var longest = 0
    for number in 0..<cases {
      let problem = randomProblem(shape, using: &generator)
      let start = randomAllocation(problem, using: &generator)
      let preferences = randomPreferences(problem, using: &generator)
      let proposed = try solver.proposeExchanges(start, problem, preferences: preferences)
      let expected = ExchangeEnumeration(start, problem, preferences).best
      try #require(
        proposed.isProven && proposed.allocation.choices == expected, "seed \(seed), case \(number)")
      checkCycles(proposed, from: start, problem)
      moved += proposed.cycles.isEmpty ? 0 : 1
      longest = max(longest, proposed.cycles.map(\.students.count).max() ?? 0)
    }
    #expect(moved > cases / 12 && longest > 2, "\(moved) of \(cases) cases moved anyone, \(longest) at most")
  }

  /// The cycles, made one after the other, lead from the one allocation to the other, and nobody is in two.
  private func checkCycles(
    _ proposed: ProposedExchanges, from start: Allocation, _ problem: AllocationProblem
  ) {
    var allocation = start
    var seen = Set<Int>()
    for cycle in proposed.cycles {
      let seats = cycle.students.map { problem.seat(student: $0, slot: cycle.slot) }
      let offers = seats.map { Int(problem.optionOffers[start.choices[$0]]) }
      #expect(seats.count > 1 && Set(offers).count == offers.count)
      for (position, seat) in seats.enumerated() {
        #expect(seen.insert(seat).inserted)
        allocation.choices[seat] = problem.option(ofSeat: seat, for: offers[(position + 1) % offers.count])!
      }
    }
    #expect(allocation == proposed.allocation)
  }

  @Test func `the exchanges are those that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 2...8, modules: 2...6, places: 1...2), cases: 600, seed: 71)
  }

  @Test func `with several créneaux the exchanges are those that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 3...5, modules: 4...7, slots: 2...2, places: 1...2), cases: 600, seed: 72)
  }

  @Test func `where créneaux share modules the exchanges are those that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 3...5, modules: 3...5, slots: 2...2, places: 1...3, sharesModules: true),
      cases: 1_200, seed: 73)
  }

  @Test func `GLPK with the whole model finds the exchanges that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 2...7, modules: 2...6, places: 1...2), cases: 100, seed: 74,
      AllocationSolver(.plain))
  }

  @Test
  func `by exchanges in a large year nobody loses, offers stay as full, and the cost in ranks never rises`()
    throws
  {
    var generator = SeededGenerator(75)
    for slots in 1...2 {
      let problem = randomProblem(
        ProblemShape(
          students: 800...800, modules: 30...30, slots: slots...slots, places: 25...40, largestRank: 15),
        using: &generator)
      let start = try AllocationSolver().solve(problem, policy: .merit).allocation
      let random = randomPlaces(problem, using: &generator)
      for allocation in [start, random] {
        // Everyone would take what they wished more for.
        let proposed = try AllocationSolver().proposeExchanges(allocation, problem, preferences: problem)
        checkCycles(proposed, from: allocation, problem)
        #expect(proposed.allocation.violation(problem) == nil)
        #expect(proposed.allocation.loads(problem) == allocation.loads(problem))
        let changes = allocation.rankDifferences(to: proposed.allocation, problem)
        let losses = changes.count { !$0.isGain }
        #expect(losses == 0)
        let members = proposed.cycles.reduce(0) { $0 + $1.students.count }
        #expect(changes.count == members)
        #expect(allocation == start || changes.count > 100, "a random allocation can be bettered")
        // What is left has no exchange that helps anyone and hurts none.
        let again = try AllocationSolver().proposeExchanges(
          proposed.allocation, problem, preferences: problem)
        #expect(again.cycles.isEmpty || again.cycles.count < proposed.cycles.count)
      }
    }
  }

  /// Places as they come, for problems without minimums and shared modules.
  private func randomPlaces(
    _ problem: AllocationProblem, using generator: inout SeededGenerator
  ) -> Allocation {
    var allocation = Allocation(choices: [Int](repeating: Allocation.unplaced, count: problem.seatCount))
    var free = problem.offers.map(\.places)
    for seat in (0..<problem.seatCount).shuffled(using: &generator) {
      let open = problem.options(ofSeat: seat).filter { free[Int(problem.optionOffers[$0])] > 0 }
      guard let option = open.randomElement(using: &generator) else { continue }
      allocation.choices[seat] = option
      free[Int(problem.optionOffers[option])] -= 1
    }
    return allocation
  }

  @Test func `three students in a ring get what they asked for, and one who asks in vain keeps theirs`()
    throws
  {
    let problem = AllocationProblem(
      studentCount: 5, slotCount: 1,
      offers: (0..<4).map { .init(module: $0, slot: 0, places: 2, minimum: 2) }, meritOrder: [4, 3, 2, 1, 0]
    ) { _, add in
      for offer in 0..<4 { add(offer, offer + 1) }
    }
    let held = [0, 1, 2, 0, 3]
    let start = Allocation(choices: held.enumerated().map { problem.option(ofSeat: $0, for: $1)! })
    // 0 wants 1's, 1 wants 2's, 2 wants what 0 and 3 have; 3 wants 4's, who asks for nothing.
    let wanted = [[1], [2], [0], [3], []]
    let preferences = AllocationProblem(
      studentCount: 5, slotCount: 1, offers: problem.offers, meritOrder: problem.meritOrder
    ) { student, add in
      for offer in wanted[student] { add(offer, 1) }
    }
    let proposed = try AllocationSolver().proposeExchanges(start, problem, preferences: preferences)
    #expect(proposed.cycles == [ExchangeCycle(slot: 0, students: [2, 0, 1])])
    #expect(proposed.allocation.choices.map { Int(problem.optionOffers[$0]) } == [1, 2, 0, 0, 3])
  }

  @Test func `between places asked for alike, those who come later in merit order decide`() throws {
    let offers = (0..<3).map { AllocationProblem.Offer(module: $0, slot: 0, places: 1, minimum: 0) }
    // Each holds the offer of their number; 2 would take 0's or 1's alike, and both would take 2's.
    for order in [[2, 0, 1], [2, 1, 0]] as [[Int32]] {
      let problem = AllocationProblem(studentCount: 3, slotCount: 1, offers: offers, meritOrder: order) {
        student, add in
        for offer in 0..<3 { add(offer, (student == 2) == (offer == 2) ? 2 : 1) }
      }
      let start = Allocation(choices: (0..<3).map { problem.option(ofSeat: $0, for: $0)! })
      let preferences = AllocationProblem(studentCount: 3, slotCount: 1, offers: offers, meritOrder: order) {
        student, add in
        for offer in student == 2 ? [0, 1] : [2] { add(offer, 1) }
      }
      let proposed = try AllocationSolver().proposeExchanges(start, problem, preferences: preferences)
      #expect(proposed.cycles == [ExchangeCycle(slot: 0, students: [2, Int(order[1])])])
    }
  }
}

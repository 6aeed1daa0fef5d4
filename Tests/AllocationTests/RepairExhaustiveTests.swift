import Palmares
import TestSupport
import Testing

@Suite struct RepairExhaustiveTests {
  private struct Case {
    let old: AllocationProblem
    let published: Allocation
    let withdrawn: Set<Int>
    let places: [Int: Int]
    let improving: Set<Int>
  }

  private func randomCase(
    _ shape: ProblemShape, _ policy: AllocationPolicy, using generator: inout SeededGenerator
  ) throws -> Case {
    let old = randomProblem(shape, using: &generator)
    let published = try AllocationSolver().solve(old, policy: policy).allocation
    var places: [Int: Int] = [:]
    for offer in old.offers.indices where Int.random(in: 0..<5, using: &generator) == 0 {
      places[offer] = Int.random(in: 0...4, using: &generator)
    }
    let withdrawn = (0..<old.seatCount).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    let improving = (0..<old.seatCount).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    return Case(
      old: old, published: published, withdrawn: Set(withdrawn), places: places, improving: Set(improving))
  }

  /// The best of all reallocations, tried one by one, as offers.
  private func enumerated(_ given: Case, _ policy: AllocationPolicy) -> [Int?] {
    let (old, published) = (given.old, given.published)
    var loads = published.loads(old)
    for seat in given.withdrawn {
      if let option = published[seat] { loads[Int(old.optionOffers[option])] -= 1 }
    }
    let offers = old.offers.enumerated().map { number, offer in
      AllocationProblem.Offer(
        module: offer.module, slot: offer.slot, places: given.places[number] ?? offer.places,
        minimum: loads[number] > 0 ? 0 : offer.minimum, priority: offer.priority)
    }
    let problem = AllocationProblem(
      studentCount: old.studentCount, slotCount: old.slotCount, offers: offers, quotas: old.quotas,
      required: old.required, meritOrder: old.meritOrder
    ) { student, add in
      for slot in 0..<old.slotCount {
        for option in old.options(ofSeat: old.seat(student: student, slot: slot)) {
          add(Int(old.optionOffers[option]), old.rank(ofOption: option))
        }
      }
    }
    func before(_ seat: Int) -> Int? {
      given.withdrawn.contains(seat) ? nil : published[seat].map { Int(old.optionOffers[$0]) }
    }
    func isAdmitted(_ choices: [Int]) -> Bool {
      func after(_ seat: Int) -> Int? {
        choices[seat] < 0 ? nil : Int(problem.optionOffers[choices[seat]])
      }
      for (number, offer) in offers.enumerated() {
        let holders = choices.indices.filter { before($0) == number }
        // Where there are too few places, as many as there are places keep theirs.
        if holders.count > offer.places, holders.count(where: { after($0) == number }) < offer.places {
          return false
        }
      }
      return choices.indices.allSatisfy { seat in
        if given.withdrawn.contains(seat) { return choices[seat] < 0 }
        guard let held = before(seat), loads[held] <= offers[held].places else { return true }
        guard given.improving.contains(seat) else { return after(seat) == held }
        return choices[seat] >= 0
          && problem.rank(ofOption: choices[seat]) <= old.rank(ofOption: published[seat]!)
      }
    }
    let best = Enumeration(
      problem, policy, .linear, isAdmitted: isAdmitted,
      extraKey: { choices in
        choices.indices.count { !given.withdrawn.contains($0) && choices[$0] != published.choices[$0] }
      }
    ).best
    return best.map { $0 < 0 ? nil : Int(problem.optionOffers[$0]) }
  }

  @Test(arguments: AllocationPolicy.allCases)
  func
    `a repair is the best of those in which students keep their very places unless they lost them or ask for better`(
      _ policy: AllocationPolicy
    ) throws
  {
    var generator = SeededGenerator(70)
    let shapes = [
      ProblemShape(), ProblemShape(places: 0...5, minimums: 40),
      ProblemShape(students: 1...3, modules: 1...4, slots: 2...2, sharesModules: true),
      ProblemShape(modules: 2...5, quotas: .nested, priorities: true),
      ProblemShape(modules: 2...5, quotas: .any), ProblemShape(students: 3...6, required: 30, largestRank: 2),
    ]
    for number in 0..<400 {
      let given = try randomCase(shapes[number % shapes.count], policy, using: &generator)
      let repair = RepairProblem(
        of: given.published, given.old, withdrawn: given.withdrawn, places: given.places,
        improving: given.improving)
      let solver = AllocationSolver(number % 5 == 0 ? .plain : .fast)
      let result = try solver.repair(repair, policy: policy)
      let found = result.allocation.choices.map { $0 < 0 ? nil : Int(repair.problem.optionOffers[$0]) }
      try #require(found == enumerated(given, policy), "case \(number)")
    }
  }

  @Test func `where nobody withdraws nobody moves, whoever asks for better than the optimum`() throws {
    var generator = SeededGenerator(71)
    for number in 0..<50 {
      let given = try randomCase(
        ProblemShape(students: 30...60, modules: 6...10, places: 2...6), .satisfaction, using: &generator)
      let repair = RepairProblem(
        of: given.published, given.old, withdrawn: [], improving: Set(0..<given.old.seatCount))
      let result = try AllocationSolver().repair(repair, policy: .satisfaction)
      #expect(result.allocation.choices == repair.held, "case \(number)")
    }
  }
}

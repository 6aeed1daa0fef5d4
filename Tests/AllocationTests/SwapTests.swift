import Palmares
import TestSupport
import Testing

/// An allocation that keeps the rules of a problem without minimums, and is otherwise anything.
func randomAllocation(_ problem: AllocationProblem, using generator: inout SeededGenerator) -> Allocation {
  var allocation = Allocation(choices: [Int](repeating: Allocation.unplaced, count: problem.seatCount))
  for seat in (0..<problem.seatCount).shuffled(using: &generator) {
    for option in problem.options(ofSeat: seat).shuffled(using: &generator) {
      allocation.choices[seat] = option
      if allocation.violation(problem) == nil { break }
      allocation.choices[seat] = Allocation.unplaced
    }
  }
  return allocation
}

@Suite struct SwapTests {
  /// The exchange made on offers, and what then speaks against it.
  private func exchanged(
    _ swap: Swap, _ allocation: Allocation, _ problem: AllocationProblem
  ) -> Allocation? {
    let seats = [swap.student, swap.other].map { problem.seat(student: $0, slot: swap.slot) }
    let offers = seats.map { seat in allocation[seat].map { problem.optionOffers[$0] } }
    guard let first = offers[0], let second = offers[1], first != second else { return nil }
    var result = allocation
    for (seat, offer) in [(seats[0], second), (seats[1], first)] {
      guard let option = problem.options(ofSeat: seat).first(where: { problem.optionOffers[$0] == offer })
      else { return nil }
      result.choices[seat] = option
    }
    return result.violation(problem) == nil ? result : nil
  }

  @Test func `an exchange is made if and only if the result keeps the rules, and else nothing changes`() {
    var generator = SeededGenerator(70)
    var (made, twice) = (0, 0)
    for number in 0..<5_000 {
      let problem = randomProblem(
        ProblemShape(students: 2...6, slots: 1...3, places: 1...3, sharesModules: true), using: &generator)
      var allocation = randomAllocation(problem, using: &generator)
      for _ in 0..<4 {
        let pair = Array((0..<problem.studentCount).shuffled(using: &generator).prefix(2))
        let swap = Swap(pair[0], pair[1], slot: Int.random(in: 0..<problem.slotCount, using: &generator))
        let expected = exchanged(swap, allocation, problem)
        let before = allocation
        do throws(SwapRefusal) {
          try allocation.apply(swap, problem)
          made += 1
          #expect(expected == allocation, "case \(number)")
          #expect(allocation.loads(problem) == before.loads(problem))
        } catch {
          if case .moduleTwice = error { twice += 1 }
          #expect(expected == nil && allocation == before, "case \(number): \(error)")
        }
      }
    }
    #expect(made > 500 && twice > 20, "\(made) made, \(twice) refused for a module twice")
  }

  /// Two créneaux; modules 0 and 1 in both, module 2 in the second.
  private let problem = AllocationProblem(
    studentCount: 3, slotCount: 2,
    offers: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)].map {
      .init(module: $0.0, slot: $0.1, places: 3, minimum: 0)
    },
    meritOrder: [0, 1, 2]
  ) { student, add in
    for offer in 0..<4 { add(offer, 1) }
    if student == 0 { add(4, 2) }
  }

  private func allocation(_ offers: [Int?]) -> Allocation {
    Allocation(
      choices: offers.enumerated().map { seat, offer in
        offer.map { problem.option(ofSeat: seat, for: $0)! } ?? Allocation.unplaced
      })
  }

  @Test func `a refusal says what stands against the exchange`() {
    // By student and créneau.
    let held = allocation([0, 4, 2, 1, 0, nil])
    func refusal(_ a: Int, _ b: Int, _ slot: Int) -> SwapRefusal? {
      var copy = held
      do throws(SwapRefusal) {
        try copy.apply(Swap(a, b, slot: slot), problem)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(0, 2, 0) == .samePlace(offer: 0))
    #expect(refusal(0, 2, 1) == .noPlace(student: 2))
    #expect(refusal(2, 1, 1) == .noPlace(student: 2))
    #expect(refusal(1, 0, 1) == .notAnOption(student: 1, offer: 4))
    #expect(refusal(2, 1, 0) == .moduleTwice(student: 1, module: 0))
    #expect(refusal(0, 1, 0) == .moduleTwice(student: 1, module: 0))
    #expect(refusal(0, 1, 1) == .moduleTwice(student: 0, module: 0))
  }
}

import Palmares
import TestSupport
import Testing

@testable import Allocations

struct ExplanationTests {
  private func forEachWish(
    _ shape: ProblemShape, cases: Int, seed: UInt64,
    _ body: (
      AllocationProblem, AllocationSolution, AllocationExplanation.Preferred, AllocationExplanation, Comment
    )
      throws -> Void
  ) throws {
    var generator = SeededGenerator(seed)
    for number in 0..<cases {
      let problem = randomProblem(shape, using: &generator)
      for policy in AllocationPolicy.allCases {
        let result = try AllocationSolver().solve(problem, policy: policy)
        for student in 0..<problem.studentCount {
          let explanation = try AllocationExplanation(
            of: student, in: result.allocation, problem, result.objective)
          #expect(explanation.isOptimal, "seed \(seed), case \(number), \(policy)")
          for wish in explanation.places.flatMap(\.preferred) {
            try body(
              problem, result, wish, explanation, "seed \(seed), case \(number), \(policy), \(student)")
          }
        }
      }
    }
  }

  private let shapes = [
    ProblemShape(students: 2...8, modules: 2...5, places: 0...2),
    ProblemShape(students: 2...5, modules: 2...5, slots: 2...2, places: 0...2),
    ProblemShape(
      students: 2...8, modules: 2...6, places: 0...2, quotas: .nested, priorities: true, required: 30),
  ]

  @Test func `what one more place gains is what the solver finds with that place`() throws {
    for (seed, shape) in shapes.enumerated() {
      try forEachWish(shape, cases: 60, seed: UInt64(seed)) { problem, result, wish, explanation, place in
        let larger = problem.addingPlace(toOffer: Int(problem.optionOffers[wish.option]))
        let other = try AllocationSolver().solve(larger, policy: result.certificate.policy)
        let gains = zip(result.objective.levels, other.objective.levels).map {
          $0.value(result.allocation, problem) - $1.value(other.allocation, larger)
        }
        #expect(wish.oneMore?.gains == gains, place)
        // Who has the place then is one who could.
        let seat = problem.seat(student: explanation.student, slot: problem.offer(ofOption: wish.option).slot)
        if other.allocation.choices[seat] == wish.option { #expect(wish.isWithinReach, place) }
        #expect(
          explanation.agrees(with: result.certificate, problem, result.objective), place)
      }
    }
  }

  /// The best allocation with a student in an offer, and another out of it, by trying all.
  private func leastCost(
    _ problem: AllocationProblem, _ result: AllocationSolution, seat: Int, option: Int,
    without holder: Int? = nil
  ) -> [Int64]? {
    var choices = result.allocation.choices
    var best: [Int64]?
    let held = holder.map { result.allocation.choices[$0] }
    func visit(_ position: Int) {
      guard position < choices.count else {
        let allocation = Allocation(choices: choices)
        guard allocation.violation(problem) == nil else { return }
        let value = result.objective.levels.map { $0.value(allocation, problem) }
        if best.map({ value.lexicographicallyPrecedes($0) }) ?? true { best = value }
        return
      }
      for choice in Array(problem.options(ofSeat: position)) + [Allocation.unplaced] {
        if position == seat, choice != option { continue }
        if position == holder, choice == held { continue }
        choices[position] = choice
        visit(position + 1)
      }
    }
    visit(0)
    return best
  }

  @Test
  func `what a place for the student costs at least, and each holder's giving it, is what trying all finds`()
    throws
  {
    for shape in [
      ProblemShape(students: 2...4, modules: 2...3, places: 0...2, largestRank: 3),
      ProblemShape(students: 2...4, modules: 2...3, places: 0...2, quotas: .nested, largestRank: 3),
    ] {
      try forEachWish(shape, cases: 60, seed: 30) { problem, result, wish, explanation, place in
        let values = result.objective.levels.map { $0.value(result.allocation, problem) }
        func gains(_ least: [Int64]?) -> [Int64]? { least.map { zip(values, $0).map { $0 - $1 } } }
        let least = leastCost(problem, result, seat: explanation.student, option: wish.option)
        #expect(wish.cheapest?.gains == gains(least), place)
        let merits = problem.meritPositions
        for (position, holder) in wish.holders.enumerated() {
          let isLower = merits[holder.student] > merits[explanation.student]
          #expect(isLower == (position < wish.lowerCount), place)
          #expect(isLower || holder.handover == nil, place)
          guard isLower else { continue }
          let least = leastCost(
            problem, result, seat: explanation.student, option: wish.option, without: holder.student)
          #expect(holder.handover?.gains == gains(least), place)
        }
      }
    }
  }

  @Test func `an allocation that exchanges would better is not explained by costs`() throws {
    // Both have the other's first wish.
    let problem = AllocationProblem(
      studentCount: 2, slotCount: 1,
      offers: [
        .init(module: 0, slot: 0, places: 1, minimum: 0), .init(module: 1, slot: 0, places: 1, minimum: 0),
      ], meritOrder: [0, 1]
    ) { student, add in
      add(student, 1)
      add(1 - student, 2)
    }
    let objective = AllocationObjective(.satisfaction, for: problem)
    let explanation = try AllocationExplanation(of: 0, in: Allocation(choices: [1, 3]), problem, objective)
    #expect(!explanation.isOptimal)
    #expect(explanation.places[0].preferred.allSatisfy { $0.cheapest == nil })
  }
}

extension AllocationProblem {
  /// The same problem with one more place in an offer; seats and options keep their numbers.
  fileprivate func addingPlace(toOffer offer: Int) -> AllocationProblem {
    var offers = offers
    let old = offers[offer]
    offers[offer] = Offer(
      module: old.module, slot: old.slot, places: old.places + 1, minimum: old.minimum,
      priority: old.priority)
    return deriving(offers: offers) { student, add in
      for seat in seats(ofStudent: student) {
        for option in options(ofSeat: seat) { add(Int(optionOffers[option]), rank(ofOption: option)) }
      }
    }
  }
}

import Palmares
import TestSupport
import Testing

@Suite struct PublishedPlacesTests {
  private struct Case {
    let problem: AllocationProblem
    let original: Allocation
    let swaps: [Swap]
  }

  private func randomSwaps(
    _ count: Int, _ problem: AllocationProblem, using generator: inout SeededGenerator
  ) -> [Swap] {
    (0..<count).map { _ in
      let pair = Array((0..<problem.studentCount).shuffled(using: &generator).prefix(2))
      return Swap(pair[0], pair[1], slot: Int.random(in: 0..<problem.slotCount, using: &generator))
    }
  }

  /// Lists of exchanges in which no pair takes its own exchange back.
  private func forEachCase(
    _ cases: Int, seed: UInt64, _ body: (Case, inout SeededGenerator, Int) throws -> Void
  )
    rethrows
  {
    var generator = SeededGenerator(seed)
    for number in 0..<cases {
      let problem = randomProblem(
        ProblemShape(students: 3...7, slots: 1...2, places: 1...2, sharesModules: true), using: &generator)
      let original = randomAllocation(problem, using: &generator)
      let swaps = randomSwaps(Int.random(in: 1...6, using: &generator), problem, using: &generator)
      var places = PublishedPlaces(original, problem)
      let isRepeated = places.make(swaps).contains {
        if case .alreadyMade = $0 { true } else { false }
      }
      if !isRepeated {
        try body(Case(problem: problem, original: original, swaps: swaps), &generator, number)
      }
    }
  }

  private func offer(_ seat: Int, _ allocation: Allocation, _ problem: AllocationProblem) -> Int? {
    allocation[seat].map { Int(problem.optionOffers[$0]) }
  }

  @Test func `the record has the place of origin of whoever holds another, through any number of rounds`() {
    var exchanged = 0
    forEachCase(2_000, seed: 81) { given, generator, number in
      var places = PublishedPlaces(given.original, given.problem)
      for _ in 0..<3 {
        places = PublishedPlaces(places.allocation, given.problem, marks: places.marks)
        _ = places.make(randomSwaps(3, given.problem, using: &generator))
      }
      for seat in 0..<given.problem.seatCount {
        let (before, after) = (
          offer(seat, given.original, given.problem), offer(seat, places.allocation, given.problem)
        )
        #expect(places.marks.before[seat] == (before == after ? nil : before), "case \(number)")
      }
      exchanged += places.marks.before.count
      #expect(places.marks.offerOutOfBalance(places.allocation, given.problem) == nil, "case \(number)")
      #expect(
        places.marks.allocationBefore(places.allocation, given.problem, in: given.problem) == given.original,
        "case \(number)")
    }
    #expect(exchanged > 500, "\(exchanged)")
  }

  @Test func `exchanges made once are known as made, and taking them back leads to where all began`() {
    var known = 0
    forEachCase(3_000, seed: 82) { given, _, number in
      var places = PublishedPlaces(given.original, given.problem)
      _ = places.make(given.swaps)
      guard places.allocation != given.original else { return }
      known += 1
      var again = places
      let refusals = again.make(given.swaps)
      #expect(
        refusals.contains { if case .alreadyMade = $0 { true } else { false } }, "case \(number)")
      var back = places
      _ = back.undo(given.swaps)
      #expect(back.allocation == given.original && back.marks.isEmpty, "case \(number)")
    }
    #expect(known > 300, "\(known)")
  }

  @Test func `exchanges that were not made cannot be taken back`() {
    forEachCase(500, seed: 83) { given, _, number in
      var places = PublishedPlaces(given.original, given.problem)
      let refusals = places.undo(given.swaps)
      #expect(places.allocation == given.original, "case \(number)")
      #expect(
        refusals == given.swaps.map { .notMade(student: $0.student, other: $0.other) }, "case \(number)")
    }
  }

  @Test func `a pair that exchanges twice in one list takes nothing back`() {
    let problem = AllocationProblem(
      studentCount: 2, slotCount: 1,
      offers: [0, 1].map { .init(module: $0, slot: 0, places: 1, minimum: 0) }, meritOrder: [0, 1]
    ) { _, add in
      add(0, 1)
      add(1, 2)
    }
    var places = PublishedPlaces(Allocation(choices: [0, 3]), problem)
    let refusals = places.make([Swap(0, 1, slot: 0), Swap(1, 0, slot: 0)])
    #expect(refusals == [nil, .alreadyMade(student: 1, other: 0)])
    #expect(places.allocation == Allocation(choices: [1, 2]) && places.marks.before == [0: 0, 1: 1])
  }
}

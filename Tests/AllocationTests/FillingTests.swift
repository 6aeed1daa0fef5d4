import Palmares
import TestSupport
import Testing

/// All ways to fill free places, tried one by one.
private struct EveryFilling {
  let problem: AllocationProblem
  let loads: [Int]
  let options: [(seat: Int, offers: [Int])]
  private var current: [Int: Int] = [:]
  private(set) var best: [Int: Int] = [:]
  private var bestKey: [Int]?
  private let decidesBySeat: Bool

  /// - Parameter decidesBySeat: whether to ask for the one filling that merit and identifiers leave.
  init(
    _ allocation: Allocation, _ problem: AllocationProblem, decidesBySeat: Bool, mayHave: (Int, Int) -> Bool
  ) {
    self.problem = problem
    self.decidesBySeat = decidesBySeat
    loads = allocation.loads(problem)
    let loads = loads
    options = problem.seatsByMerit.filter { allocation[$0] == nil }.map { seat in
      let student = problem.student(ofSeat: seat)
      let held = (0..<problem.slotCount).compactMap { slot in
        allocation[problem.seat(student: student, slot: slot)].map { problem.offer(ofOption: $0).module }
      }
      return (
        seat,
        problem.offers.indices.filter { offer in
          let row = problem.offers[offer]
          return problem.seat(student: student, slot: row.slot) == seat && mayHave(student, offer)
            && !held.contains(row.module) && (loads[offer] > 0 || row.minimum <= 1)
        }
      )
    }
    visit(0)
  }

  /// How many are placed, then Σ load², the less the better.
  var worth: [Int] { key.prefix(2).map { $0 } }

  private var key: [Int] { bestKey! }

  private mutating func visit(_ position: Int) {
    guard position < options.count else {
      var loads = loads
      for offer in current.values { loads[offer] += 1 }
      guard
        problem.offers.indices.allSatisfy({
          loads[$0] <= problem.offers[$0].places || loads[$0] == self.loads[$0]
        })
      else { return }
      var key = [-current.count, loads.reduce(0) { $0 + $1 * $1 }]
      if decidesBySeat {
        key += options.map { current[$0.seat] == nil ? 1 : 0 }
        key += options.map { current[$0.seat] ?? 0 }
      }
      if bestKey.map({ key.lexicographicallyPrecedes($0) }) ?? true { (bestKey, best) = (key, current) }
      return
    }
    let (seat, offers) = options[position]
    let student = problem.student(ofSeat: seat)
    for offer in offers {
      let module = problem.offers[offer].module
      let isTwice = current.contains {
        problem.student(ofSeat: $0.key) == student && problem.offers[$0.value].module == module
      }
      if isTwice { continue }
      current[seat] = offer
      visit(position + 1)
      current[seat] = nil
    }
    visit(position + 1)
  }
}

struct FillingTests {
  /// A problem in which some place is left over and some student is without.
  private func forEachCase(
    _ shape: ProblemShape, cases: Int, seed: UInt64,
    _ body: (Allocation, AllocationProblem, [[Bool]], Comment) throws -> Void
  ) throws {
    var generator = SeededGenerator(seed)
    for number in 0..<cases {
      let problem = randomProblem(shape, using: &generator)
      let result = try AllocationSolver().solve(problem, policy: .satisfaction)
      let mayHave = (0..<problem.studentCount).map { _ in
        problem.offers.map { _ in Int.random(in: 0..<3, using: &generator) > 0 }
      }
      try body(result.allocation, problem, mayHave, "seed \(seed), case \(number)")
    }
  }

  @Test func `the filling is the fullest, then the most even, then decided by merit and module`() throws {
    for (seed, shape) in [
      ProblemShape(students: 2...6, modules: 2...4, places: 0...4, largestRank: 2),
      ProblemShape(students: 2...6, modules: 2...4, places: 1...4, minimums: 50),
    ].enumerated() {
      try forEachCase(shape, cases: 600, seed: UInt64(seed)) { allocation, problem, mayHave, place in
        let filling = try Filling(of: allocation, problem) { mayHave[$0][$1] }
        let best = EveryFilling(allocation, problem, decidesBySeat: true) { mayHave[$0][$1] }
        #expect(filling.offers == best.best, place)
        #expect(filling.isProven, place)
      }
    }
  }

  @Test func `where créneaux share modules nobody gets one twice, and no filling is better`() throws {
    let shape = ProblemShape(
      students: 2...4, modules: 2...4, slots: 2...2, places: 1...3, sharesModules: true, largestRank: 2)
    try forEachCase(shape, cases: 200, seed: 7) { allocation, problem, mayHave, place in
      let filling = try Filling(of: allocation, problem) { mayHave[$0][$1] }
      let best = EveryFilling(allocation, problem, decidesBySeat: false) { mayHave[$0][$1] }
      var loads = allocation.loads(problem)
      for offer in filling.offers.values { loads[offer] += 1 }
      #expect([-filling.offers.count, loads.reduce(0) { $0 + $1 * $1 }] == best.worth, place)
      for student in 0..<problem.studentCount {
        let modules = (0..<problem.slotCount).compactMap { slot -> Int? in
          let seat = problem.seat(student: student, slot: slot)
          return filling.offers[seat].map { problem.offers[$0].module }
            ?? allocation[seat].map { problem.offer(ofOption: $0).module }
        }
        #expect(Set(modules).count == modules.count, place)
      }
      #expect(filling.isProven, place)
    }
  }

  @Test func `who named nothing gets the emptiest module, and a closed one stays closed`() throws {
    // BIO has one student and two places left, IA none and three, EDP would need four.
    let problem = AllocationProblem(
      studentCount: 4, slotCount: 1,
      offers: [
        .init(module: 0, slot: 0, places: 3, minimum: 0), .init(module: 1, slot: 0, places: 3, minimum: 0),
        .init(module: 2, slot: 0, places: 9, minimum: 4),
      ], meritOrder: [3, 2, 1, 0]
    ) { student, add in
      if student == 0 { add(0, 1) }
    }
    let filling = try Filling(of: Allocation(choices: [0, -1, -1, -1]), problem) { _, _ in true }
    #expect(
      try filling == Filling(of: Allocation(choices: [0, -1, -1, -1]), problem) { _, offer in offer < 2 })
    #expect(filling.offers == [3: 0, 2: 1, 1: 1])
  }
}

import Palmares
import TestSupport
import Testing

@Suite struct AllocationMeasuresTests {
  /// Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n Σ x), pair by pair.
  private func gini(_ allocation: Allocation, _ problem: AllocationProblem, _ costs: RankCosts) -> Fraction {
    var sums: [Int] = []
    for student in 0..<problem.studentCount {
      let seats = (0..<problem.slotCount).map { problem.seat(student: student, slot: $0) }
        .filter { !problem.options(ofSeat: $0).isEmpty }
      guard !seats.isEmpty else { continue }
      sums.append(
        seats.reduce(0) { sum, seat in
          guard let option = allocation[seat] else {
            return sum + Int(costs.cost(rank: problem.ranks.last!)) + 1
          }
          return sum + Int(costs.cost(rank: problem.rank(ofOption: option)))
        })
    }
    let differences = sums.reduce(0) { all, a in sums.reduce(all) { $0 + abs(a - $1) } }
    let total = sums.reduce(0, +)
    return total == 0 ? Fraction(0, 1) : Fraction(Int128(differences), Int128(2 * sums.count * total))
  }

  /// Seat by seat.
  private func envyPairs(_ allocation: Allocation, _ problem: AllocationProblem) -> Int {
    let merits = problem.meritPositions
    func module(_ seat: Int) -> Int? { allocation[seat].map { problem.offer(ofOption: $0).module } }
    var pairs = 0
    for slot in 0..<problem.slotCount {
      for i in 0..<problem.studentCount {
        for j in 0..<problem.studentCount where merits[i] < merits[j] {
          let mine = problem.seat(student: i, slot: slot)
          let theirs = problem.seat(student: j, slot: slot)
          guard let wanted = module(theirs) else { continue }
          let option = problem.options(ofSeat: mine).first {
            problem.offer(ofOption: $0).module == wanted
          }
          let own = allocation[mine].map { problem.rank(ofOption: $0) } ?? .max
          let others = (0..<problem.slotCount).filter { $0 != slot }
          guard let option, problem.rank(ofOption: option) < own,
            !others.contains(where: { module(problem.seat(student: i, slot: $0)) == wanted })
          else { continue }
          pairs += 1
        }
      }
    }
    return pairs
  }

  @Test func `the measures are those of counting every pair`() {
    var generator = SeededGenerator(80)
    let costs = [
      RankCosts.linear, RankCosts(checked: [0, 1, 3, 6, 100]), RankCosts(checked: [0, 0, 0, 0, 0]),
    ]
    var envious = 0
    for number in 0..<900 {
      let problem = randomProblem(
        ProblemShape(students: 1...12, slots: 1...3, places: 0...4, sharesModules: number % 2 == 0),
        using: &generator)
      let allocation = randomAllocation(problem, using: &generator)
      let measures = AllocationMeasures(allocation, problem, costs: costs[number % 3])
      #expect(measures.gini == gini(allocation, problem, costs[number % 3]), "case \(number)")
      #expect(measures.justifiedEnvyPairs == envyPairs(allocation, problem), "case \(number)")
      envious += measures.justifiedEnvyPairs > 0 ? 1 : 0
      let ranks = allocation.choices.filter { $0 >= 0 }.map { problem.rank(ofOption: $0) }
      #expect(measures.placed == ranks.count && measures.unplaced == problem.seatCount - ranks.count)
      #expect(measures.worstRank == ranks.max())
      #expect(
        measures.meanRank == (ranks.isEmpty ? nil : Fraction(Int128(ranks.reduce(0, +)), Int128(ranks.count)))
      )
      for entry in measures.profile {
        let count = ranks.count { $0 == entry.rank }
        #expect(entry.count == count)
      }
      #expect(measures.profile.map(\.rank) == Set(ranks).sorted())
    }
    #expect(envious > 200)
  }

  @Test func `serial dictatorship in merit order leaves no justified envy`() throws {
    var generator = SeededGenerator(81)
    for _ in 0..<100 {
      let problem = randomProblem(
        ProblemShape(students: 20...60, modules: 4...9, slots: 1...2, places: 1...9), using: &generator)
      let allocation = try AllocationSolver().solve(problem, policy: .merit).allocation
      #expect(allocation.justifiedEnvyPairs(problem) == 0)
    }
  }

  @Test func `the measures of an allocation without students, wishes or places divide by nothing`() {
    for students in [0, 3] {
      let problem = AllocationProblem(
        studentCount: students, slotCount: 1, offers: [], meritOrder: Array(0..<Int32(students))
      ) { _, _ in }
      let measures = AllocationMeasures(
        Allocation(choices: [Int](repeating: Allocation.unplaced, count: students)), problem)
      #expect(measures.meanRank == nil && measures.worstRank == nil && measures.profile.isEmpty)
      #expect(measures.gini == Fraction(0, 1) && measures.justifiedEnvyPairs == 0)
      #expect(measures.unplaced == students)
    }
  }
}

import Palmares
import TestSupport
import Testing

@Suite struct AllocationSolverTests {
  private static let costs = [RankCosts.linear, RankCosts([0, 1, 3, 6, 100])!, RankCosts([2, 2, 2, 9, 9])!]

  private func compareWithEnumeration(
    _ shape: ProblemShape, cases: Int, seed: UInt64, _ solver: AllocationSolver = AllocationSolver()
  ) throws {
    var generator = SeededGenerator(seed)
    for number in 0..<cases {
      let problem = randomProblem(shape, using: &generator)
      let costs = Self.costs[number % 3]
      for policy in AllocationPolicy.allCases {
        let result = try solver.solve(problem, policy: policy, costs: costs)
        let expected = Enumeration(problem, policy, costs).best
        let place: Comment = "seed \(seed), case \(number), \(policy)"
        try #require(result.allocation.choices == expected, place)
      }
    }
  }

  @Test func `the allocation is the one that trying them all finds`() throws {
    try compareWithEnumeration(ProblemShape(), cases: 1_500, seed: 1)
  }

  @Test func `so it is with several créneaux`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 1...4, slots: 2...3, places: 0...2), cases: 500, seed: 2)
  }

  @Test func `so it is where modules run with a minimum or not at all`() throws {
    try compareWithEnumeration(ProblemShape(places: 0...5, minimums: 60), cases: 1_500, seed: 3)
  }
}

import Palmares
import TestSupport
import Testing

private let rankCosts = [
  RankCosts.linear, RankCosts(checked: [0, 1, 3, 6, 100]), RankCosts(checked: [2, 2, 2, 9, 9]),
]

/// The solver finds the allocation that is the best of all there are, by every policy.
func compareWithEnumeration(
  _ shape: ProblemShape, cases: Int, seed: UInt64, _ solver: AllocationSolver = AllocationSolver()
) throws {
  var generator = SeededGenerator(seed)
  for number in 0..<cases {
    let problem = randomProblem(shape, using: &generator)
    let costs = rankCosts[number % 3]
    for policy in AllocationPolicy.allCases {
      let result = try solver.solve(problem, policy: policy, costs: costs)
      let expected = Enumeration(problem, policy, costs).best
      let place: Comment = "seed \(seed), case \(number), \(policy)"
      try #require(result.allocation.choices == expected, place)
    }
  }
}

/// Both ways of solving find the same, with the same proof.
func compareMethods(_ problem: AllocationProblem, _ place: String) throws {
  for policy in AllocationPolicy.allCases {
    let fast = try AllocationSolver().solve(problem, policy: policy)
    let plain = try AllocationSolver(.plain).solve(problem, policy: policy)
    #expect(fast.allocation == plain.allocation, "\(place), \(policy)")
    #expect(fast.certificate == plain.certificate, "\(place), \(policy)")
    #expect(fast.arbitrated == plain.arbitrated, "\(place), \(policy)")
    #expect(throws: Never.self, "\(place), \(policy)") {
      try fast.certificate.verify(fast.allocation, of: problem, costs: .linear)
    }
  }
}

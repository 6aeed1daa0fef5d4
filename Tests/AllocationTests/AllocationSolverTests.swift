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
    try compareWithEnumeration(ProblemShape(), cases: 1_000, seed: 1)
  }

  @Test func `so it is with several créneaux`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 1...4, slots: 2...3, places: 0...2), cases: 500, seed: 2)
  }

  @Test func `so it is where modules run with a minimum or not at all`() throws {
    try compareWithEnumeration(ProblemShape(places: 0...5, minimums: 60), cases: 1_000, seed: 3)
  }

  @Test func `so it is where a student may not have one module in two créneaux`() throws {
    try compareWithEnumeration(
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true),
      cases: 300, seed: 4)
  }

  @Test func `so it is with quotas one inside the other, and favoured places`() throws {
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, quotas: .nested, priorities: true), cases: 500, seed: 5)
  }

  @Test func `so it is with quotas that cross`() throws {
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, quotas: .any, priorities: true), cases: 400, seed: 6)
    try compareWithEnumeration(
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true,
        quotas: .any),
      cases: 100, seed: 7)
  }

  @Test func `so it is with students who must be placed before all others`() throws {
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, places: 0...2, quotas: .nested, priorities: true, required: 40),
      cases: 400, seed: 8)
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, places: 0...2, quotas: .any, priorities: true, required: 40),
      cases: 250, seed: 9)
    try compareWithEnumeration(
      ProblemShape(students: 1...5, places: 0...5, minimums: 60, required: 40), cases: 250, seed: 10)
    try compareWithEnumeration(
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...2, sharesModules: true, required: 40),
      cases: 100, seed: 11)
  }

  @Test func `GLPK finds the same with the whole model`() throws {
    for (seed, shape) in [
      ProblemShape(), ProblemShape(students: 1...4, slots: 2...3, places: 0...2),
      ProblemShape(places: 0...5, minimums: 60),
      ProblemShape(
        students: 1...3, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true),
      ProblemShape(modules: 2...6, quotas: .nested, priorities: true),
      ProblemShape(students: 1...4, modules: 2...6, quotas: .any, priorities: true),
      ProblemShape(modules: 2...6, places: 0...2, quotas: .nested, priorities: true, required: 40),
    ].enumerated() {
      try compareWithEnumeration(
        shape, cases: 60, seed: UInt64(50 + seed), AllocationSolver(.plain))
    }
  }

  private func compareMethods(_ problem: AllocationProblem, _ place: String) throws {
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

  @Test func `both paths agree where trying all is out of reach, and their certificates are the same`() throws
  {
    var generator = SeededGenerator(60)
    for number in 0..<36 {
      let slots = 1 + number % 2
      let problem = randomProblem(
        ProblemShape(
          students: 40...120, modules: 8...16, slots: slots...slots, places: 2...9,
          minimums: number % 3 == 0 ? 20 : 0, quotas: number % 4 < 2 ? .nested : .none,
          priorities: number % 4 == 1, largestRank: 12),
        using: &generator)
      try compareMethods(problem, "case \(number)")
    }
  }

  @Test func `so they do where modules are shared and must run with a minimum`() throws {
    var generator = SeededGenerator(61)
    for number in 0..<12 {
      let problem = randomProblem(
        ProblemShape(
          students: 12...24, modules: 5...8, slots: 2...2, places: 2...6, minimums: 30, sharesModules: true,
          largestRank: 8),
        using: &generator)
      try compareMethods(problem, "case \(number)")
    }
  }

  @Test(.enabled(if: AGHWishes.areThere), arguments: AGHWishes.files)
  func `both paths agree on the wishes of real students`(_ file: String) throws {
    for percent in [80, 100, 120] {
      let problem = try AGHWishes(file).problem(placesPercent: percent)
      try compareMethods(problem, "\(percent) %")
    }
  }

  @Test func `two hundred students and twenty minimums are proven`() throws {
    var generator = SeededGenerator(62)
    let problem = randomProblem(
      ProblemShape(
        students: 200...200, modules: 20...20, places: 12...24, minimums: 100, minimum: 8...12,
        largestRank: 8),
      using: &generator)
    for policy in AllocationPolicy.allCases {
      let result = try AllocationSolver(timeLimit: .seconds(60)).solve(problem, policy: policy)
      #expect(result.isProven, "\(policy)")
      #expect(result.certificate.decisions.contains(.closed), "no minimum bites")
      try result.certificate.verify(result.allocation, of: problem, costs: .linear)
    }
  }
}

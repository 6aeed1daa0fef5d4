import Palmares
import TestSupport
import Testing

/// The solver against trying every allocation, and against GLPK where that is out of reach.
struct AllocationSolverExhaustiveTests {
  @Test func `the allocation is the one that trying them all finds`() throws {
    try compareWithEnumeration(ProblemShape(), cases: 1_000, seed: 1)
  }

  @Test func `with several créneaux the allocation is the one that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(students: 1...4, slots: 2...3, places: 0...2), cases: 500, seed: 2)
  }

  @Test
  func `where modules run with a minimum or not at all the allocation is the one that trying them all finds`()
    throws
  {
    try compareWithEnumeration(ProblemShape(places: 0...5, minimums: 60), cases: 1_000, seed: 3)
  }

  @Test func `where créneaux share modules the allocation is the one that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true),
      cases: 300, seed: 4)
  }

  @Test
  func
    `with quotas one inside the other and favoured places the allocation is the one that trying them all finds`()
    throws
  {
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, quotas: .nested, priorities: true), cases: 500, seed: 5)
  }

  @Test func `with quotas that cross the allocation is the one that trying them all finds`() throws {
    try compareWithEnumeration(
      ProblemShape(modules: 2...6, quotas: .any, priorities: true), cases: 400, seed: 6)
    try compareWithEnumeration(
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true,
        quotas: .any),
      cases: 100, seed: 7)
  }

  @Test func `with students who must be placed first the allocation is the one that trying them all finds`()
    throws
  {
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

  @Test func `GLPK with the whole model finds the allocation that trying them all finds`() throws {
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

  @Test
  func `the fast solver and GLPK find the same allocation and certificate where trying all is out of reach`()
    throws
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

  @Test func `the fast solver and GLPK find the same where modules are shared and must run with a minimum`()
    throws
  {
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
}

import Palmares
import TestSupport
import Testing

struct AllocationSolverTests {
  @Test func `an allocation of a few students is the one that trying them all finds, whatever the rules`()
    throws
  {
    for (seed, shape) in [
      ProblemShape(), ProblemShape(students: 1...4, slots: 2...3, places: 0...2),
      ProblemShape(places: 0...5, minimums: 60),
      ProblemShape(
        students: 1...4, modules: 1...4, slots: 2...2, places: 0...3, minimums: 20, sharesModules: true),
      ProblemShape(modules: 2...6, quotas: .nested, priorities: true),
      ProblemShape(students: 1...5, modules: 2...6, quotas: .any, priorities: true, required: 40),
    ].enumerated() {
      try compareWithEnumeration(shape, cases: 20, seed: UInt64(200 + seed))
    }
  }

  @Test(arguments: [80, 100, 120])
  func `the fast solver and GLPK find the same where all rank all courses and tastes are alike`(
    _ percent: Int
  ) throws {
    var generator = SeededGenerator(63)
    let wishes = CourseRankings(students: 146, courses: 9, using: &generator)
    try compareMethods(wishes.problem(placesPercent: percent), "\(percent) %")
  }

  @Test(
    .enabled(
      if: CourseRankings.folder != nil,
      "PALMARES_PUBLIC_DATA names no folder with the rankings of the AGH University of Krakow"),
    arguments: CourseRankings.files)
  func `the fast solver and GLPK find the same for the rankings of real students`(_ file: String) throws {
    for percent in [80, 100, 120] {
      let problem = try CourseRankings(file).problem(placesPercent: percent)
      try compareMethods(problem, "\(percent) %")
    }
  }

  @Test func `an optimum of two hundred students and twenty minimums is proven`() throws {
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

import LinearProgramming
import TestSupport
import Testing

struct ReferenceTests {
  @Test func `the simplex method agrees with trying every corner, proven in whole numbers`() throws {
    var random = SeededGenerator(11)
    var seen: [SolutionStatus: Int] = [:]
    for number in 0..<1_200 {
      let reference = ReferenceModel(&random, columns: Int.random(in: 1...3, using: &random))
      let expected = reference.outcome
      let solution = try reference.model.solve()
      #expect(solution.termination == .completed)
      check(solution.status, solution.exact, expected, "model \(number)")
      if solution.status == .optimal { #expect(solution.certainty == .proven) }
      seen[solution.status, default: 0] += 1
    }
    #expect(Set(seen.keys) == [.optimal, .infeasible, .unbounded] && seen.values.allSatisfy { $0 > 40 })
  }

  @Test func `the optimum over integer columns is the one that trying every choice finds`() throws {
    var random = SeededGenerator(12)
    var seen: [SolutionStatus: Int] = [:]
    for number in 0..<120 {
      let reference = ReferenceModel(&random, columns: Int.random(in: 1...3, using: &random), isBoxed: true)
      let solution = try reference.model.solveInteger()
      #expect(solution.termination == .completed)
      check(solution.status, solution.exact, reference.integerOutcome, "model \(number)")
      if solution.status == .optimal { #expect(solution.certainty == .exactlyFeasible) }
      seen[solution.status, default: 0] += 1
    }
    #expect(Set(seen.keys) == [.optimal, .infeasible] && seen.values.allSatisfy { $0 > 20 })
  }

  @Test func `the optimum of a knapsack is the one that trying every subset finds`() throws {
    var random = SeededGenerator(13)
    for _ in 0..<30 {
      let items = (0..<10).map { _ in
        (weight: Int64.random(in: 20...60, using: &random), worth: Int64.random(in: 20...60, using: &random))
      }
      var model = LinearModel()
      for item in items { model.addColumn(cost: -item.worth, bounds: .between(0, 1), isInteger: true) }
      model.addRow(bounds: .atMost(150), items.enumerated().map { ($0.offset, $0.element.weight) })
      var best: Int64 = 0
      for subset in 0..<1 << items.count {
        var (weight, worth): (Int64, Int64) = (0, 0)
        for (index, item) in items.enumerated() where subset >> index & 1 == 1 {
          weight += item.weight
          worth += item.worth
        }
        if weight <= 150 { best = max(best, worth) }
      }
      let solution = try model.solveInteger()
      #expect(solution.status == .optimal && solution.exact?.wholeObjective == -best)
      #expect(solution.bestBound == -Double(best))
    }
  }

  private func check(
    _ status: SolutionStatus, _ exact: ExactSolution?, _ expected: ReferenceModel.Outcome,
    _ comment: Comment
  ) {
    switch expected {
    case .infeasible: #expect(status == .infeasible, comment)
    case .unbounded: #expect(status == .unbounded, comment)
    case .optimal(let objective):
      #expect(status == .optimal, comment)
      let found = exact.map {
        ReferenceModel.Ratio(numerator: $0.objectiveNumerator, denominator: Int128($0.denominator))
      }
      #expect(found == objective, comment)
    }
  }
}

import LinearProgramming
import Testing

struct SolvingTests {
  @Test func `a plan for two products has its known optimum and duals, and its optimal basis needs no step`()
    throws
  {
    var model = LinearModel()
    let doors = model.addColumn(cost: -3, bounds: .atLeast(0))
    let windows = model.addColumn(cost: -5, bounds: .atLeast(0))
    model.addRow(bounds: .atMost(4), [(doors, 1)])
    model.addRow(bounds: .atMost(12), [(windows, 2)])
    model.addRow(bounds: .atMost(18), [(doors, 3), (windows, 2)])
    let optimal = Basis(rows: [.basic, .atUpper, .atUpper], columns: [.basic, .basic])
    for basis in [nil, optimal] {
      let solution = try model.solve(SolverOptions(startingBasis: basis))
      #expect(solution.status == .optimal && solution.termination == .completed)
      #expect(solution.certainty == .proven)
      #expect(solution.objective == -36 && solution.values == [2, 6])
      #expect(solution.exact?.wholeObjective == -36 && solution.exact?.wholeValues == [2, 6])
      #expect(zip(solution.rowDuals, [0, -1.5, -1]).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect((solution.iterations == 0) == (basis != nil))
    }
  }

  @Test func `an optimum at fractions is found exactly`() throws {
    var model = LinearModel()
    for _ in 0..<3 { model.addColumn(cost: 1, bounds: .free) }
    model.addRow(bounds: .atLeast(1), [(0, 7)])
    model.addRow(bounds: .atLeast(-2), [(1, 11)])
    model.addRow(bounds: .atLeast(5), [(2, 13)])
    let solution = try model.solve()
    #expect(solution.certainty == .proven)
    #expect(solution.exact?.denominator == 1_001 && solution.exact?.numerators == [143, -182, 385])
    #expect(solution.exact?.objectiveNumerator == 346 && solution.exact?.wholeObjective == nil)
    #expect(solution.exact?.wholeValues == nil)
  }

  @Test func `denominators beyond a million are checked within the tolerance`() throws {
    var model = LinearModel()
    for prime in [9_973, 9_967, 9_949] as [Int64] {
      let column = model.addColumn(cost: 1, bounds: .atLeast(0))
      model.addRow(bounds: .atLeast(1), [(column, prime)])
    }
    let solution = try model.solve()
    #expect(solution.status == .optimal && solution.certainty == .withinTolerance && solution.exact == nil)
    let expected = 1.0 / 9_973 + 1.0 / 9_967 + 1.0 / 9_949
    #expect(try #require(solution.objective.map { abs($0 - expected) }) < 1e-12)
  }

  @Test func `models without rows, columns or terms are solved`() throws {
    #expect(try LinearModel().solve().exact?.wholeObjective == 0)
    #expect(try LinearModel().solveInteger().exact?.wholeObjective == 0)
    var columns = LinearModel()
    columns.addColumn(cost: -2, bounds: .between(-1, 3), isInteger: true)
    #expect(try columns.solve().exact?.wholeObjective == -6)
    #expect(try columns.solveInteger().exact?.wholeObjective == -6)
    columns.addColumn(cost: 1, bounds: .free, isInteger: true)
    #expect(try columns.solve().status == .unbounded)
    #expect(try columns.solveInteger().status == .unbounded)
    var rows = LinearModel()
    rows.addRow(bounds: .atMost(0))
    #expect(try rows.solve().status == .optimal)
    rows.addRow(bounds: .atLeast(1))
    #expect(try rows.solve().status == .infeasible)
    #expect(try rows.solveInteger().status == .infeasible)
  }

  @Test func `an optimum of large whole numbers stays exact`() throws {
    let large = LinearModel.largestNumber
    var model = LinearModel()
    model.addColumn(cost: -1, bounds: .between(0, large), isInteger: true)
    model.addRow(bounds: .atMost(large - 1), [(0, 1)])
    #expect(try model.solve().exact?.wholeObjective == 1 - large)
    #expect(try model.solveInteger().exact?.wholeObjective == 1 - large)
  }
}

/// A model of `size` rows and columns without a zero, that takes some steps.
func dense(_ size: Int) -> LinearModel {
  var model = LinearModel()
  for column in 0..<size { model.addColumn(cost: -Int64(100 + column * 37 % 41), bounds: .atLeast(0)) }
  for row in 0..<size {
    model.addRow(bounds: .atMost(Int64(100_000 + row * 7_919 % 1_009)))
    for column in 0..<size {
      model.addTerm(Int64(1 + (row * 31 + column * 17 + row * column) % 97), column: column)
    }
  }
  return model
}

import LinearProgramming
import TestSupport
import Testing

struct StoppingTests {
  @Test func `no time is a time limit, and a long search stops at one`() throws {
    #expect(try dense(30).solve(SolverOptions(timeLimit: .zero)).termination == .timeLimit)
    #expect(try dense(30).solveInteger(SolverOptions(timeLimit: .zero)).termination == .timeLimit)
    let clock = ContinuousClock()
    let start = clock.now
    let search = try marketSplit().solveInteger(SolverOptions(timeLimit: .milliseconds(150)))
    #expect(search.termination == .timeLimit && clock.now - start < .seconds(3))
    #expect(try #require(search.bestBound) >= 0)
    if let objective = search.objective { #expect(objective >= search.bestBound ?? 0) }
  }

  @Test func `a cancelled task ends a search and a linear model within a second`() async throws {
    let (integer, delay) = await cancelledWork(after: 0.2) { [model = marketSplit()] in
      try model.solveInteger()
    }
    let found = try integer.get()
    #expect(found.termination == .cancelled && found.status != .optimal && found.bestBound != nil)
    // A second on an idle machine; more where all tests run at once.
    #expect(delay < .seconds(20))
    let (linear, linearDelay) = await cancelledWork(after: 0.2) {
      // However fast it is, the work goes on until it is cancelled.
      while true {
        let solution = try dense(60).solve()
        if solution.termination != .completed { return solution }
      }
    }
    let solution = try linear.get()
    #expect(solution.termination == .cancelled && solution.status == .undefined && solution.values.isEmpty)
    #expect(linearDelay < .seconds(20))
  }

  @Test func `a task that is cancelled before it solves takes no step`() async throws {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try (dense(30).solve(), marketSplit().solveInteger())
    }
    task.cancel()
    let (linear, search) = try await task.value
    #expect(linear.termination == .cancelled && linear.iterations == 0 && linear.status == .undefined)
    #expect(search.termination == .cancelled && search.status == .undefined)
    // Nothing of it stays behind in the thread's solver.
    #expect(try dense(30).solve().status == .optimal)
  }

  /// A small model that takes branch and bound very long: 50 columns to be split exactly in half by 6 rows.
  private func marketSplit() -> LinearModel {
    var random = SeededGenerator(1)
    var model = LinearModel()
    for _ in 0..<50 { model.addColumn(cost: 0, bounds: .between(0, 1), isInteger: true) }
    for _ in 0..<6 {
      let weights = (0..<50).map { _ in Int64.random(in: 0..<100, using: &random) }
      let over = model.addColumn(cost: 1, bounds: .atLeast(0), isInteger: true)
      let under = model.addColumn(cost: 1, bounds: .atLeast(0), isInteger: true)
      model.addRow(
        bounds: .equal(weights.reduce(0, +) / 2),
        weights.enumerated().map { ($0.offset, $0.element) } + [(over, 1), (under, -1)])
    }
    return model
  }
}

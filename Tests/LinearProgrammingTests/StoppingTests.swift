import LinearProgramming
import Synchronization
import TestSupport
import Testing

struct StoppingTests {
  @Test func `an iteration limit stops, and its basis is gone on from`() throws {
    let model = dense(30)
    let full = try model.solve()
    var options = SolverOptions()
    options.iterationLimit = 2
    let part = try model.solve(options)
    #expect(part.termination == .iterationLimit && part.iterations == 2 && part.status == .feasible)
    #expect(try #require(part.objective) < #require(full.objective))
    #expect(part.certainty != nil && part.rowDuals.isEmpty && part.values.count == model.columnCount)
    options.iterationLimit = nil
    options.startingBasis = part.basis
    let rest = try model.solve(options)
    #expect(rest.termination == .completed && rest.status == .optimal)
    #expect(try abs(#require(rest.objective) - #require(full.objective)) < 1e-6)
    #expect(try marketSplit().solveInteger(limited { $0.iterationLimit = 0 }).termination == .iterationLimit)
    let search = try marketSplit().solveInteger(limited { $0.iterationLimit = 200 })
    #expect(search.termination == .iterationLimit && search.bestBound != nil)
  }

  @Test func `no time is a time limit, and a long search stops at one`() throws {
    #expect(try dense(30).solve(limited { $0.timeLimit = .zero }).termination == .timeLimit)
    #expect(try dense(30).solveInteger(limited { $0.timeLimit = .zero }).termination == .timeLimit)
    let clock = ContinuousClock()
    let start = clock.now
    let search = try marketSplit().solveInteger(limited { $0.timeLimit = .milliseconds(150) })
    #expect(search.termination == .timeLimit && clock.now - start < .seconds(3))
    #expect(try #require(search.bestBound) >= 0)
    if let objective = search.objective { #expect(objective >= search.bestBound ?? 0) }
  }

  @Test func `a search reports its progress and is cancelled from another thread`() async throws {
    let cancellation = Cancellation()
    let reports = Mutex<[SolverProgress]>([])
    var options = SolverOptions()
    options.cancellation = cancellation
    options.progress = { report in reports.withLock { $0.append(report) } }
    let (search, chosen) = (marketSplit(), options)
    async let solution = search.solveInteger(chosen)
    while reports.withLock({ $0.count { $0.bestBound != nil } < 2 }) {
      try await Task.sleep(for: .milliseconds(5))
    }
    cancellation.cancel()
    let found = try await solution
    #expect(found.termination == .cancelled && found.status != .optimal && found.bestBound != nil)
    #expect(reports.withLock { $0.map(\.iterations) == $0.map(\.iterations).sorted() })
  }

  @Test func `a linear model is cancelled before the first step and between steps`() throws {
    let cancellation = Cancellation()
    let model = dense(150)
    let stopped = try model.solve(
      limited {
        $0.cancellation = cancellation
        $0.progress = { if $0.objective != nil { cancellation.cancel() } }
      })
    #expect(stopped.termination == .cancelled && stopped.status == .undefined && stopped.values.isEmpty)
    #expect(cancellation.isCancelled)
    #expect(try model.solve(limited { $0.cancellation = cancellation }).termination == .cancelled)
    #expect(try model.solveInteger(limited { $0.cancellation = cancellation }).status == .undefined)
  }

  private func limited(_ change: (inout SolverOptions) -> Void) -> SolverOptions {
    var options = SolverOptions()
    change(&options)
    return options
  }

  /// A small model that takes branch and bound very long: 50 columns to be split exactly in half by 6 rows.
  private func marketSplit() -> LinearModel {
    var random = SeededGenerator(1)
    var model = LinearModel(.minimise)
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

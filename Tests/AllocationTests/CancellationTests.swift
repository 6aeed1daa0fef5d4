import Palmares
import TestSupport
import Testing

/// A cancelled task ends within a second on an idle machine; the limits here allow for all tests at once.
@Suite struct CancellationTests {
  private static let shapes = [
    ProblemShape(students: 30...30, modules: 8...8, places: 2...4),
    ProblemShape(students: 30...30, modules: 6...6, places: 6...9, minimums: 100, minimum: 5...6),
    ProblemShape(students: 10...10, modules: 5...5, slots: 2...2, places: 2...3, sharesModules: true),
    ProblemShape(students: 20...20, modules: 8...8, places: 2...4, quotas: .any),
  ]

  private func solvesRightly() throws -> Bool {
    var generator = SeededGenerator(220)
    return try Self.shapes.allSatisfy { shape in
      var shape = shape
      (shape.students, shape.modules) = (3...4, 3...4)
      let problem = randomProblem(shape, using: &generator)
      let found = try AllocationSolver().solve(problem, policy: .satisfaction).allocation.choices
      return found == Enumeration(problem, .satisfaction, .linear).best
    }
  }

  @Test(arguments: shapes.indices, AllocationSolver.Method.allCases)
  func `a task cancelled as a phase begins throws, whatever the phase`(
    _ shape: Int, _ method: AllocationSolver.Method
  ) async throws {
    var generator = SeededGenerator(UInt64(210 + shape))
    let problem = randomProblem(Self.shapes[shape], using: &generator)
    var phases: [SolvingPhase] = []
    _ = try AllocationSolver(method).solve(problem, policy: .satisfaction) {
      if phases.last != $0 { phases.append($0) }
    }
    #expect(phases.count > 1)
    for position in phases.indices {
      let task = Task {
        var seen = -1
        var last: SolvingPhase?
        return try AllocationSolver(method).solve(problem, policy: .satisfaction) { phase in
          if phase != last { seen += 1 }
          last = phase
          if seen == position { withUnsafeCurrentTask { $0?.cancel() } }
        }.isProven
      }
      await #expect(throws: CancellationError.self, "\(phases[position]), number \(position)") {
        _ = try await task.value
      }
    }
    #expect(try solvesRightly())
  }

  @Test(arguments: shapes.indices, AllocationSolver.Method.allCases)
  func `a task cancelled in the middle of work without end ends soon, and later work is right`(
    _ shape: Int, _ method: AllocationSolver.Method
  ) async throws {
    let (result, delay) = await cancelledWork(after: 0.1) {
      var generator = SeededGenerator(UInt64(230 + shape))
      var large = Self.shapes[shape]
      large.students = 60...60
      // However fast it is, the work goes on until it is cancelled.
      while true {
        let problem = randomProblem(large, using: &generator)
        _ = try AllocationSolver(method).solve(problem, policy: .rankMaximal)
      }
    }
    #expect(throws: CancellationError.self) { try result.get() }
    #expect(delay < .seconds(20))
    #expect(try solvesRightly())
  }

  /// Runs work in a task that is cancelled before it begins.
  private func error(of work: @escaping @Sendable () throws -> Void) async -> (any Error)? {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      do {
        try work()
        return nil as (any Error)?
      } catch { return error }
    }
    task.cancel()
    return await task.value
  }

  @Test func `checking, explaining, filling, repairing and exchanging end with their task`() async throws {
    var generator = SeededGenerator(240)
    let problem = randomProblem(Self.shapes[0], using: &generator)
    let result = try AllocationSolver().solve(problem, policy: .satisfaction)
    let (allocation, objective) = (result.allocation, result.objective)
    let certificate = result.certificate
    let last = try #require(problem.seatsByMerit.last)
    let works: [@Sendable () throws -> Void] = [
      { try certificate.verify(allocation, of: problem, costs: .linear) },
      { _ = try AllocationExplanation(of: last, in: allocation, problem, objective) },
      {
        let empty = Allocation(choices: allocation.choices.map { _ in Allocation.unplaced })
        _ = try Filling(of: empty, problem) { _, _ in true }
      },
      {
        let repair = RepairProblem(of: allocation, problem, withdrawn: [0])
        _ = try AllocationSolver().repair(repair, policy: .satisfaction)
      },
      { _ = try AllocationSolver().proposeExchanges(allocation, problem, preferences: problem) },
    ]
    for (number, work) in works.enumerated() {
      #expect(await error(of: work) is CancellationError, "number \(number)")
      #expect(throws: Never.self, "number \(number)") { try work() }
    }
  }
}

import Palmares
import TestSupport
import Testing

@Suite struct VerificationExhaustiveTests {
  private func forEachCase(
    _ shape: ProblemShape, cases: Int, seed: UInt64,
    _ body: (AllocationProblem, AllocationSolution, Comment) throws -> Void
  ) throws {
    var generator = SeededGenerator(seed)
    for number in 0..<cases {
      let problem = randomProblem(shape, using: &generator)
      for policy in AllocationPolicy.allCases {
        let result = try AllocationSolver().solve(problem, policy: policy)
        try body(problem, result, "seed \(seed), case \(number), \(policy)")
      }
    }
  }

  private func isValid(
    _ allocation: Allocation, _ certificate: AllocationCertificate, _ problem: AllocationProblem
  ) -> Bool {
    (try? certificate.verify(allocation, of: problem, costs: .linear)) != nil
  }

  private let shapes = [
    ProblemShape(students: 1...9), ProblemShape(students: 1...5, slots: 2...3),
    ProblemShape(students: 2...8, places: 0...5, minimums: 60),
    ProblemShape(
      students: 2...8, modules: 2...6, places: 0...2, quotas: .nested, priorities: true, required: 30),
  ]

  /// Those whose certificates bound an allocation rather than prove it.
  private let searchedShapes = [
    ProblemShape(students: 1...4, modules: 1...4, slots: 2...2, sharesModules: true),
    ProblemShape(students: 1...4, modules: 1...3, slots: 2...2, minimums: 40, sharesModules: true),
    ProblemShape(students: 2...6, modules: 2...5, quotas: .any, priorities: true, required: 20),
    ProblemShape(students: 1...3, modules: 2...4, slots: 2...2, sharesModules: true, quotas: .any),
  ]

  @Test func `where modules are shared or quotas cross, no allocation but the solver's is called optimal`()
    throws
  {
    var (proven, open) = (0, 0)
    for (seed, shape) in searchedShapes.enumerated() {
      try forEachCase(shape, cases: 40, seed: UInt64(50 + seed)) { problem, result, place in
        let verdict = try result.certificate.verify(result.allocation, of: problem, costs: .linear)
        if verdict == .optimal { proven += 1 } else { open += 1 }
        for seat in 0..<problem.seatCount {
          for option in Array(problem.options(ofSeat: seat)) + [Allocation.unplaced]
          where option != result.allocation.choices[seat] {
            var changed = result.allocation
            changed.choices[seat] = option
            let other = try? result.certificate.verify(changed, of: problem, costs: .linear)
            #expect(other != .optimal, place)
            #expect(other == nil || changed.violation(problem) == nil, place)
          }
        }
      }
    }
    #expect(proven > 50 && open > 50, "\(proven) proven, \(open) open")
  }

  @Test func `an allocation that the solver finds is valid with its certificate`() throws {
    for (seed, shape) in (shapes + searchedShapes).enumerated() {
      try forEachCase(shape, cases: 250, seed: UInt64(10 + seed)) { problem, result, place in
        #expect(throws: Never.self, place) {
          try result.certificate.verify(result.allocation, of: problem, costs: .linear)
        }
      }
    }
  }

  @Test func `no other assignment is valid with the same certificate`() throws {
    for (seed, shape) in shapes.enumerated() {
      try forEachCase(shape, cases: 100, seed: UInt64(20 + seed)) { problem, result, place in
        for seat in 0..<problem.seatCount {
          for option in Array(problem.options(ofSeat: seat)) + [Allocation.unplaced]
          where option != result.allocation.choices[seat] {
            var changed = result.allocation
            changed.choices[seat] = option
            #expect(!isValid(changed, result.certificate, problem), place)
          }
        }
        // Two students who trade.
        for a in 0..<problem.seatCount {
          for b in 0..<a {
            guard let (x, y) = trade(a, b, result.allocation, problem) else { continue }
            var changed = result.allocation
            (changed.choices[a], changed.choices[b]) = (x, y)
            #expect(!isValid(changed, result.certificate, problem), place)
          }
        }
      }
    }
  }

  private func trade(
    _ a: Int, _ b: Int, _ allocation: Allocation, _ problem: AllocationProblem
  ) -> (Int, Int)? {
    guard let x = allocation[a], let y = allocation[b],
      problem.optionOffers[x] != problem.optionOffers[y],
      let forA = problem.options(ofSeat: a).first(where: {
        problem.optionOffers[$0] == problem.optionOffers[y]
      }),
      let forB = problem.options(ofSeat: b).first(where: {
        problem.optionOffers[$0] == problem.optionOffers[x]
      })
    else { return nil }
    return (forA, forB)
  }

  @Test func `no other price, value or bound is valid`() throws {
    for (seed, shape) in shapes.enumerated() {
      try forEachCase(shape, cases: 40, seed: UInt64(30 + seed)) { problem, result, comment in
        for stage in result.certificate.stages.indices {
          for change in [-1_000_003, -1, 1, 1_000_003] as [Int64] {
            for place in result.certificate.stages[stage].prices.indices {
              var certificate = result.certificate
              certificate.stages[stage].prices[place] += change
              #expect(!isValid(result.allocation, certificate, problem), comment)
            }
            var certificate = result.certificate
            certificate.stages[stage].bound += change
            #expect(!isValid(result.allocation, certificate, problem), comment)
            certificate.stages[stage].value += change
            #expect(!isValid(result.allocation, certificate, problem), comment)
          }
        }
      }
    }
  }

  @Test func `a certificate of another problem or policy is refused`() throws {
    try forEachCase(shapes[0], cases: 50, seed: 40) { problem, result, place in
      var certificate = result.certificate
      certificate.decisions.append(.free)
      #expect(throws: CertificateDefect.otherProblem, place) {
        try certificate.verify(result.allocation, of: problem, costs: .linear)
      }
      #expect(throws: CertificateDefect.otherProblem, place) {
        try result.certificate.verify(Allocation(choices: []), of: problem, costs: .linear)
      }
    }
  }
}

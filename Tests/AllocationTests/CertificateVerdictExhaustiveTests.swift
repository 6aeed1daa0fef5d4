import Palmares
import TestSupport
import Testing

@Suite struct CertificateVerdictExhaustiveTests {
  private static let shapes = [
    ProblemShape(),
    ProblemShape(students: 2...6, places: 0...4, minimums: 60),
    ProblemShape(students: 1...3, modules: 1...4, slots: 2...2, sharesModules: true),
    ProblemShape(students: 1...3, modules: 1...3, slots: 2...2, minimums: 40, sharesModules: true),
    ProblemShape(modules: 2...5, quotas: .any, priorities: true, required: 20, largestRank: 3),
  ]

  /// The offers of choices, for problems with the same offers.
  private func offers(_ choices: [Int], _ problem: AllocationProblem) -> [Int] {
    choices.map { $0 < 0 ? -1 : Int(problem.optionOffers[$0]) }
  }

  @Test(arguments: shapes.indices, AllocationPolicy.allCases)
  func `an optimum is called proven only where trying all allocations finds the same`(
    _ shape: Int, _ policy: AllocationPolicy
  ) throws {
    var generator = SeededGenerator(UInt64(90 + shape))
    var (proven, open) = (0, 0)
    for number in 0..<60 {
      let problem = randomProblem(Self.shapes[shape], using: &generator)
      let result = try AllocationSolver().solve(problem, policy: policy)
      let best = Enumeration(problem, policy, .linear).best
      let objective = AllocationObjective(policy, for: problem)
      // The solver's own allocation, and others with the same certificate.
      let others = (0..<4).map { _ in randomAllocation(problem, using: &generator) }
      for allocation in [result.allocation] + others {
        guard
          let verdict = try? result.certificate.verify(allocation, of: problem, costs: .linear)
        else { continue }
        switch verdict {
        case .optimal:
          proven += 1
          #expect(allocation.choices == best, "case \(number)")
        case .unproven(let gap):
          open += 1
          #expect(gap.value >= gap.bound, "case \(number)")
          guard let subject = gap.subject else { continue }
          #expect(gap.value > gap.bound, "case \(number)")
          let optimum = Allocation(choices: best)
          // The levels before are at their optimum, so that the best one bounds this level.
          for level in objective.levels {
            let value = level.value(optimum, problem)
            if level.subject == subject {
              #expect(gap.bound <= value, "case \(number)")
              break
            }
            #expect(level.value(allocation, problem) == value, "case \(number)")
          }
        }
      }
    }
    #expect(proven > 10, "\(proven) proven, \(open) open")
  }

  @Test func `no price makes the check fail otherwise than by its answer`() throws {
    var generator = SeededGenerator(95)
    var changed = 0
    for number in 0..<200 {
      let problem = randomProblem(Self.shapes[number % Self.shapes.count], using: &generator)
      for policy in AllocationPolicy.allCases {
        let result = try AllocationSolver().solve(problem, policy: policy)
        let certificate = result.certificate
        func expectRefusal(_ change: (inout AllocationCertificate) -> Void, _ comment: Comment) {
          var other = certificate
          change(&other)
          guard other != certificate else { return }
          changed += 1
          #expect(throws: CertificateDefect.self, comment) {
            try other.verify(result.allocation, of: problem, costs: .linear)
          }
        }
        let objective = AllocationObjective(policy, for: problem)
        for stage in certificate.stages.indices {
          // Where a price meets a cost, sums change sign.
          let costs = objective.stages[stage].costs + [objective.stages[stage].unplacedCost]
          let edges = Set(costs.flatMap { [$0 - 1, $0 + 1, -$0 - 1, -$0 + 1] })
          for place in certificate.stages[stage].prices.indices {
            let price = certificate.stages[stage].prices[place]
            for value in Set([.min, .min + 1, .max, .max - 1, price - 1, price + 1]).union(edges) {
              expectRefusal({ $0.stages[stage].prices[place] = value }, "case \(number), \(policy)")
            }
          }
        }
        for value in [.min, .min + 1, -1, 0, 1, .max - 1, .max] as [Int64] {
          for place in certificate.relaxation?.prices.indices ?? 0..<0 {
            // A price of a place that nobody could have changes no bound; the file's seal has it.
            var other = certificate
            other.relaxation?.prices[place] = value
            _ = try? other.verify(result.allocation, of: problem, costs: .linear)
          }
          for stage in certificate.stages.indices {
            expectRefusal({ $0.stages[stage].value = value }, "case \(number), \(policy)")
            expectRefusal({ $0.stages[stage].bound = value }, "case \(number), \(policy)")
          }
          expectRefusal({ $0.relaxation?.bound = value }, "case \(number), \(policy)")
        }
      }
    }
    #expect(changed > 10_000, "\(changed)")
  }
}

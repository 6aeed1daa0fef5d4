import Palmares
import TestSupport
import Testing

@testable import AllocationSolving
@testable import Allocations

/// Structures of the solver and the verifier against trying everything, on problems small enough for that.
@Suite struct SolverInternalsTests {
  private static let shapes = [
    ProblemShape(students: 1...5, modules: 1...4),
    ProblemShape(students: 1...3, modules: 2...4, slots: 2...2),
    ProblemShape(students: 2...5, modules: 2...5, places: 0...2, quotas: .nested, required: 30),
  ]

  /// Every way to give the open seats of a face an option, within its quotas.
  private func everyHolding(of face: Face) -> [[Int32]] {
    var found: [[Int32]] = []
    func visit(_ holding: [Int32]) {
      guard holding.count == face.seatCount else {
        let options = face.options(ofSeat: holding.count)
        for index in options { visit(holding + [Int32(index)]) }
        return
      }
      var loads = face.loads
      for index in holding {
        var node = Int(face.options[Int(index)].node)
        while node < loads.count {
          loads[node] += 1
          node = face.parents[node]
        }
      }
      let isWithin = loads.indices.allSatisfy { face.lowerQuota[$0]...face.upperQuota[$0] ~= loads[$0] }
      if isWithin { found.append(holding) }
    }
    visit([])
    return found
  }

  private func cost(_ holding: [Int32], _ face: Face, _ costs: [Int64]) -> Int64 {
    holding.reduce(0) { $0 + costs[Int(face.options[Int($1)].costIndex)] }
  }

  private func randomCosts(_ problem: AllocationProblem, using generator: inout SeededGenerator) -> [Int64] {
    (0...problem.ranks.count).map { _ in Int64.random(in: -3...6, using: &generator) }
  }

  @Test func `prices leave exactly the optimal allocations of a face, or say that there is none`() throws {
    var generator = SeededGenerator(201)
    var (solved, empty) = (0, 0)
    for number in 0..<600 {
      let problem = randomProblem(Self.shapes[number % 3], using: &generator)
      var face = Face(problem)
      for offer in problem.offers.indices where Int.random(in: 0..<4, using: &generator) == 0 {
        face.lowerQuota[offer] = Int.random(in: 0...face.upperQuota[offer], using: &generator)
      }
      face.checkInvariants()
      let costs = randomCosts(problem, using: &generator)
      let every = everyHolding(of: face)
      guard
        let outcome = try StageSolver.solve(face, costs: costs, deadline: Deadline(in: nil))
      else {
        empty += 1
        #expect(every.isEmpty, "case \(number)")
        continue
      }
      solved += 1
      let least = try #require(every.map { cost($0, face, costs) }.min())
      #expect(cost(outcome.holding, face, costs) == least, "case \(number)")
      let best = Set(every.filter { cost($0, face, costs) == least }.map(face.choices))
      var optimal = face
      var holding = outcome.holding
      optimal.restrict(prices: outcome.prices, costs: costs, holding: &holding)
      optimal.checkInvariants()
      #expect(Set(everyHolding(of: optimal).map(optimal.choices)) == best, "case \(number)")
      // Options without an exchange are in none of them.
      optimal.dropOptionsWithoutExchange(&holding)
      #expect(Set(everyHolding(of: optimal).map(optimal.choices)) == best, "case \(number)")
    }
    #expect(solved > 300 && empty > 10, "\(solved) solved, \(empty) empty")
  }

  @Test func `a seat can change to an option where some allocation of the face has it, and nowhere else`()
    throws
  {
    var generator = SeededGenerator(202)
    var (can, cannot) = (0, 0)
    for number in 0..<300 {
      let problem = randomProblem(Self.shapes[number % 3], using: &generator)
      let face = Face(problem)
      let every = everyHolding(of: face)
      guard let start = every.randomElement(using: &generator), face.seatCount > 0 else { continue }
      let graph = ExchangeGraph(face, holding: start)
      graph.checkInvariants()
      // Seat after seat is narrowed to one option, as an arbitration does.
      for seat in (0..<face.seatCount).shuffled(using: &generator) {
        for index in graph.choices(ofSeat: seat) {
          let isSomewhere = every.contains { holding in
            holding[seat] == index
              && holding.indices.allSatisfy { graph.choices(ofSeat: $0).contains(holding[$0]) }
          }
          let canChange = graph.canChange(seat, to: index, apply: false)
          #expect(canChange == isSomewhere, "case \(number), seat \(seat), option \(index)")
          if canChange { can += 1 } else { cannot += 1 }
        }
        let wished = Int32(face.options(ofSeat: seat).randomElement(using: &generator)!)
        _ = graph.canChange(seat, to: wished, apply: true)
        graph.checkInvariants()
        #expect(every.contains(graph.holding), "case \(number)")
        let held = graph.option(ofSeat: seat)
        graph.narrow(seat, to: held..<held + 1)
      }
    }
    #expect(can > 500 && cannot > 200, "\(can) can, \(cannot) cannot")
  }

  @Test func `moves reach what trying every chain reaches`() {
    var generator = SeededGenerator(203)
    for number in 0..<200 {
      // Beyond one word of 64 nodes too.
      let count = Int.random(in: 1...(number % 10 == 0 ? 140 : 12), using: &generator)
      var graph = MoveGraph(nodeCount: count)
      var reach = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
      for node in 0..<count { reach[node][node] = true }
      var moves = reach
      for _ in 0..<Int.random(in: 0...2 * count, using: &generator) {
        let (from, to) = (
          Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)
        )
        graph.insert(from: from, to: to)
        reach[from][to] = true
        if from != to { moves[from][to] = true }
      }
      let isClosed = (0..<count).map { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      let marked = (0..<count).map { _ in Bool.random(using: &generator) }
      var around = reach
      for through in 0..<count {
        for from in 0..<count {
          for to in 0..<count {
            if reach[from][through], reach[through][to] { reach[from][to] = true }
            if !isClosed[from], !isClosed[through], !isClosed[to], around[from][through], around[through][to]
            {
              around[from][to] = true
            }
          }
        }
      }
      for node in 0..<count {
        #expect(graph.reached(from: [node]) == reach[node], "case \(number)")
        #expect(
          graph.reached(from: [node], isClosed: isClosed)
            == (0..<count).map { !isClosed[node] && !isClosed[$0] && around[node][$0] }, "case \(number)")
        let target = Int.random(in: 0..<count, using: &generator)
        #expect(graph.canReach(target, from: [node]) == reach[node][target], "case \(number)")
        let direct = (0..<count).contains { $0 != node && moves[node][$0] && marked[$0] }
        if !marked[node] {
          #expect(graph.leads(from: node, toAnyOf: marked) == direct, "case \(number)")
        }
      }
    }
  }

  /// Every allocation that keeps the rules.
  private func everyAllocation(_ problem: AllocationProblem) -> [Allocation] {
    var found: [Allocation] = []
    func visit(_ choices: [Int]) {
      guard choices.count == problem.seatCount else {
        for option in Array(problem.options(ofSeat: choices.count)) + [Allocation.unplaced] {
          visit(choices + [option])
        }
        return
      }
      let allocation = Allocation(choices: choices)
      if allocation.violation(problem) == nil { found.append(allocation) }
    }
    visit([])
    return found
  }

  private static let searchedShapes = [
    ProblemShape(students: 1...4, modules: 1...4, places: 0...4, minimums: 60),
    ProblemShape(students: 1...3, modules: 1...3, slots: 2...2, sharesModules: true),
    ProblemShape(students: 1...4, modules: 2...4, quotas: .any),
  ]

  @Test func `no multipliers give a bound above the best allocation, nor close an option of a good one`() {
    var generator = SeededGenerator(204)
    var (bounded, closed) = (0, 0)
    for number in 0..<400 {
      let problem = randomProblem(Self.searchedShapes[number % 3], using: &generator)
      let groups = AtMostOneGroups(problem)
      let space = SearchSpace(problem, groups)
      var costs = SeatCosts(problem)
      for option in costs.options.indices {
        costs.options[option] = Int64.random(in: 0...5, using: &generator)
      }
      for seat in costs.out.indices { costs.out[seat] = Int64.random(in: 0...8, using: &generator) }
      let every = everyAllocation(problem)
      let best = every.map { costs.value($0.choices) }.min()!
      // A level that was fixed before: what all allocations still open have at most.
      var level = SeatCosts(problem)
      for option in level.options.indices {
        level.options[option] = Int64.random(in: 0...3, using: &generator)
      }
      let value = every.map { level.value($0.choices) }.min()!
      let hasLevel = Bool.random(using: &generator)
      let kept = hasLevel ? every.filter { level.value($0.choices) <= value } : every
      let least = hasLevel ? kept.map { costs.value($0.choices) }.min()! : best
      for _ in 0..<4 {
        let scale: Int64 = 8
        func random(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
        let multipliers = Multipliers(
          seats: (0..<problem.seatCount).map { _ in random(-8...64) },
          atMostOne: groups.groups.map { _ in random(0...40) },
          quotas: problem.crossingQuotas.map { _ in random(0...40) }, levels: hasLevel ? [random(0...40)] : []
        )
        let levels =
          hasLevel
          ? [
            FixedLevel(
              costs: level, largest: level.largest, value: value, multipliers: multipliers, penalty: 100)
          ] : []
        let bound = LagrangianBound(
          problem, space, groups, costs, multipliers, fixedLevels: levels[...], penalty: 100, scale: scale)
        bounded += bound.wholeBound == least ? 1 : 0
        #expect(bound.wholeBound <= least, "case \(number)")
        for limit in least...least + 2 {
          var tightened = space
          bound.tighten(&tightened, upTo: limit)
          closed += zip(space.isOpen, tightened.isOpen).count { $0 && !$1 }
          for allocation in kept where costs.value(allocation.choices) <= limit {
            #expect(tightened.contains(allocation, problem, groups), "case \(number), up to \(limit)")
          }
          // Nor does propagation.
          let isLeft = tightened.propagate(problem, groups)
          #expect(isLeft, "case \(number)")
          for allocation in kept where costs.value(allocation.choices) <= limit {
            #expect(tightened.contains(allocation, problem, groups), "case \(number), up to \(limit)")
          }
        }
      }
    }
    #expect(bounded > 50 && closed > 1_000, "\(bounded) bounds are tight, \(closed) options closed")
  }

  @Test func `the worked examples of the doc comments are right`() throws {
    // X has 1 place, Y has 2; A and B wish for X, then Y; C for Y.
    let problem = AllocationProblem(
      studentCount: 3, slotCount: 1,
      offers: [
        .init(module: 0, slot: 0, places: 1, minimum: 0), .init(module: 1, slot: 0, places: 2, minimum: 0),
      ],
      meritOrder: [0, 1, 2]
    ) { student, add in
      if student < 2 { add(0, 1) }
      add(1, student < 2 ? 2 : 1)
    }
    let outcome = try StageSolver.solve(Face(problem), costs: [0, 1, 5], deadline: Deadline(in: nil))
    #expect(outcome?.prices == [1, 0, 0])
    let result = try AllocationSolver().solve(problem, policy: .satisfaction)
    #expect(result.allocation.choices == [0, 3, 4])
    // X runs with 2 students at least; Y has 1 place.
    let minimum = AllocationProblem(
      studentCount: 3, slotCount: 1,
      offers: [
        .init(module: 0, slot: 0, places: 3, minimum: 2), .init(module: 1, slot: 0, places: 1, minimum: 0),
      ],
      meritOrder: [0, 1, 2]
    ) { student, add in
      add(0, student == 0 ? 1 : 2)
      add(1, student == 0 ? 2 : 1)
    }
    let groups = AtMostOneGroups(minimum)
    var space = SearchSpace(minimum, groups)
    var costs = SeatCosts(minimum)
    costs.options = minimum.optionRanks.map { Int64($0) }
    costs.out = [5, 5, 5]
    let bound = LagrangianBound(
      minimum, space, groups, costs, Multipliers(seats: [0, 1, 1], atMostOne: [], quotas: [], levels: []),
      fixedLevels: [], penalty: 100, scale: 1)
    #expect(bound.wholeBound == 1)
    bound.tighten(&space, upTo: 1)
    #expect(Array(space.openOptions(ofSeat: 0, minimum)) == [0] && space.mayStayOut == [false, false, false])
  }
}

import AdmissionCalls
import Palmares
import TestSupport
import Testing

struct CallRoundTests {
  private func statuses(_ letters: String) -> [CallStatus] {
    letters.map { ["W": .waiting, "A": .accepted, "P": .open, "R": .refused, "D": .resigned][$0]! }
  }

  @Test(arguments: [
    ("ARPWW", 3, 0, [4]), ("AAAWW", 3, 4, [4]), ("AAAAWWWW", 4, 7, [5, 6, 7]), ("WWWWW", 2, 4, [1, 2, 3, 4]),
    ("W", 0, 0, []), ("WDWRW", 5, 0, [1, 3, 5]), ("WPPPW", 2, 0, []), ("", 5, 5, []),
  ])
  func `a round calls those of the published rounds`(
    letters: String, places: Int, blockRank: Int, called: [Int]
  ) throws {
    let statuses = statuses(letters)
    var season = CallSeason(orders: Array(0..<statuses.count).map { $0 + 1 })
    season.replaceStatuses(statuses)
    let round = try season.call(places: places, blockRank: blockRank)
    #expect(round.called.map(\.order) == called)
    #expect(round.called.map(\.candidate) == called.map { "K\($0)" })
    #expect(round.open == statuses.count { $0 == .open } + called.count)
    #expect(round.left == max(0, places - round.taken - round.open))
  }

  @Test func `in a season offers are made once, answers free places, and contradictions change nothing`()
    throws
  {
    var season = CallSeason(orders: [1, 2, 3, 5, 8])
    func call(_ places: Int, blockRank: Int = 0) throws -> [String] {
      try season.call(places: places, blockRank: blockRank).called.map(\.candidate)
    }
    #expect(try call(2) == ["K1", "K2"])
    try season.answer([CallAnswer("K1", .refused), CallAnswer("K2", .accepted)])
    try season.answer([CallAnswer("K2", .accepted), CallAnswer("K8", .resigned)])
    let before = season
    for (candidate, answer, contradiction) in [
      ("K1", CallStatus.accepted, CallContradiction.cannotFollow(.refused)),
      ("K2", .open, .cannotFollow(.accepted)), ("K3", .accepted, .neverCalled), ("K5", .open, .neverCalled),
      ("K8", .refused, .cannotFollow(.resigned)),
    ] {
      #expect(throws: CallError.contradiction(contradiction, candidate: candidate)) {
        try season.answer(
          [CallAnswer("K2", .refused), CallAnswer(candidate, answer)].suffix(candidate == "K2" ? 1 : 2))
      }
    }
    #expect(season == before)
    #expect(try call(2) == ["K3"])
    try season.answer([CallAnswer("K2", .refused)])
    // Nobody is left but one: the last has resigned.
    #expect(try call(3) == ["K5"])
    #expect(season.map(\.appel) == [1, 1, 2, 3, nil])
    #expect(try call(9, blockRank: 9) == [])
    #expect(try CallSeason(Array(season.shuffled())) == season)
  }

  @Test
  func `answers of somebody unknown, two of one candidate, and numbers out of range name what is wrong`() {
    var season = CallSeason(orders: [1, 2])
    #expect(throws: CallError.unknownCandidate("X")) { try season.answer([CallAnswer("X", .resigned)]) }
    #expect(throws: CallError.repeatedCandidate("K1")) {
      try season.answer([CallAnswer("K1", .resigned), CallAnswer("K1", .resigned)])
    }
    #expect(throws: CallError.placesOutOfRange(-1)) { try season.call(places: -1) }
    #expect(throws: CallError.blockRankOutOfRange(-1)) { try season.call(places: 1, blockRank: -1) }
    #expect(season == CallSeason(orders: [1, 2]))
    #expect(throws: CallError.contradiction(.neverCalled, candidate: "K1")) {
      try CallSeason([CallSeason.Entry(order: 1, candidate: "K1", status: .accepted)])
    }
  }
}

struct SimulationTests {
  private func chance(_ percent: Int) throws -> DailyChance {
    try DailyChance(percent: FixedDecimal(integerLiteral: Int64(percent)))
  }

  @Test func `a quota, a chance or a deadline out of range is an error with the number`() throws {
    #expect(throws: CallError.quotaOutOfRange(101)) { try CallQuota(percent: 101) }
    #expect(throws: CallError.quotaOutOfRange(-1)) { try CallQuota(percent: -1) }
    #expect(throws: CallError.chanceOutOfRange(101)) { try chance(101) }
    #expect(throws: CallError.chancesAboveAll(accept: 51, refuse: 50)) {
      try AnswerModel(accept: chance(51), refuse: chance(50))
    }
    #expect(throws: CallError.deadlineOutOfRange(0)) {
      try AnswerModel(accept: chance(1), refuse: chance(1), deadline: 0)
    }
    #expect(try AnswerModel(accept: chance(50), refuse: chance(50), deadline: 1).deadline == 1)
  }

  @Test func `when everyone accepts, the list goes as deep as the places or the call block`() throws {
    let model = try AnswerModel(accept: chance(100), refuse: chance(0))
    let orders = Array(1...50)
    for (blockRank, depth) in [(0, 10), (8, 10), (14, 14), (70, 50)] {
      let simulation = try SeasonSimulation(
        orders: orders, places: 10, blockRank: blockRank, model: model, seasons: 20, days: 3, seed: "s")
      #expect(simulation.sorted(.depth, day: 1) == Array(repeating: UInt32(depth), count: 20))
      #expect(simulation.sorted(.open, day: 1) == Array(repeating: UInt32(depth), count: 20))
      #expect(simulation.sorted(.taken, day: 2) == Array(repeating: UInt32(depth), count: 20))
      #expect(simulation.quantile(50, of: .vacant, day: 1) == 10)
      #expect(simulation.quantile(100, of: .vacant, day: 3) == 0)
      #expect(simulation.ends.full == 20 && simulation.ends.overfull == (depth > 10 ? 20 : 0))
    }
  }

  @Test func `when nobody answers, offers lapse at the deadline, or never`() throws {
    let lapsing = try AnswerModel(accept: chance(0), refuse: chance(0), deadline: 2)
    let simulation = try SeasonSimulation(
      orders: Array(1...5), places: 2, model: lapsing, seasons: 5, days: 7, seed: "s")
    #expect((1...7).map { simulation.quantile(50, of: .depth, day: $0) } == [2, 2, 4, 4, 5, 5, 5])
    #expect((1...7).map { simulation.quantile(50, of: .left, day: $0) } == [0, 0, 0, 0, 1, 1, 2])
    let standing = try AnswerModel(accept: chance(0), refuse: chance(0))
    let still = try SeasonSimulation(
      orders: Array(1...5), places: 2, model: standing, seasons: 5, days: 7, seed: "s")
    #expect(still.quantile(100, of: .depth, day: 7) == 2)
    for day in [0, 8] {
      #expect(still.sorted(.depth, day: day) == nil && still.sum(of: .depth, day: day) == nil)
      #expect(still.quantile(50, of: .depth, day: day) == nil)
    }
    for percent in [-1, 101] { #expect(still.quantile(percent, of: .depth, day: 1) == nil) }
  }

  @Test func `a simulation gives the same result for any number of threads, and another for another seed`()
    throws
  {
    let model = try AnswerModel(
      accept: chance(20), refuse: chance(30), withdraw: chance(2), leave: chance(2), deadline: 3)
    func simulate(_ seed: String, threads: Int) throws -> [[UInt32]] {
      let simulation = try SeasonSimulation(
        orders: Array(1...300), places: 20, blockRank: 30, model: model, seasons: 500, days: 20, seed: seed,
        workers: Workers(count: threads))
      return SeasonMeasure.allCases.flatMap { measure in
        (1...20).compactMap { simulation.sorted(measure, day: $0) }
      }
    }
    let one = try simulate("a", threads: 1)
    #expect(try one == simulate("a", threads: 3))
    #expect(try one != simulate("b", threads: 1))
  }

  /// The mean depth and places taken of the fast simulation lie within 5 standard errors of those of a season
  /// played day by day.
  @Test func `seasons are distributed as those played day by day`() throws {
    let (seasons, days, places, blockRank, count) = (3_000, 12, 8, 12, 60)
    let chances = (accept: 15, refuse: 25, withdraw: 4, leave: 3)
    let model = try AnswerModel(
      accept: chance(chances.accept), refuse: chance(chances.refuse), withdraw: chance(chances.withdraw),
      leave: chance(chances.leave), deadline: 3)
    let simulation = try SeasonSimulation(
      orders: Array(1...count), places: places, blockRank: blockRank, model: model, seasons: seasons,
      days: days, seed: "fast")
    var random = SeededGenerator(63)
    var depths: [Double] = []
    var taken: [Double] = []
    for _ in 0..<seasons {
      var season = ReferenceSeason(count: count)
      try season.run(
        days: days, places: places, blockRank: blockRank, chances: chances, deadline: 3, &random)
      depths.append(Double(season.depth))
      taken.append(Double(season.statuses.count { $0 == .accepted }))
    }
    for (measure, reference) in [(SeasonMeasure.depth, depths), (.taken, taken)] {
      let fast = try #require(simulation.sorted(measure, day: days)).map { Double($0) }
      let error = ((variance(fast) + variance(reference)) / Double(seasons)).squareRoot()
      #expect(abs(mean(fast) - mean(reference)) < 5 * error, "\(measure) \(mean(fast)) \(mean(reference))")
      #expect(abs(variance(fast) / variance(reference) - 1) < 0.2)
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }
}

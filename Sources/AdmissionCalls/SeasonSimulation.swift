import Lottery
public import Parallelism

/// Many seasons of calls with made-up answers (règlement 5.2.1: appel initial, then appels complémentaires).
///
/// Each day begins with the answers to the offers of the days before; then whoever waits and is reached is
/// called, as in a ``CallRound``. Every season draws from a stream of numbers of its own, so that the result
/// depends on the seed alone and on no number of threads.
public struct SeasonSimulation: Sendable {
  /// How many seasons were simulated.
  public let seasons: Int
  /// The days of each; day 1 is the appel initial.
  public let days: Int
  /// N, the number of places.
  public let places: Int
  /// For day d and a measure, at `d · measures + measure`, the values of all seasons, ascending.
  private let values: [[UInt32]]

  /// The most cells, seasons × days, a simulation may have.
  public static let mostCells = 20_000_000

  /// - Parameters:
  ///   - orders: the numbers of the call order, ascending, 1 to 2³² − 1.
  ///   - places: N, 0 to 2³² − 1.
  ///   - blockRank: R, ≥ 0.
  ///   - model: how candidates answer.
  ///   - seasons: 1 or more, times the days at most ``mostCells``.
  ///   - days: 1 or more.
  ///   - seed: any text.
  ///   - workers: the threads to use.
  /// - Throws: ``CallError`` where a number is out of its range, or the numbers of the call order do not ascend.
  /// - Complexity: O(*s* · (*d* + *c* log *d*) + *s* · *d* · log *s*), *s* seasons of *d* days with *c* calls in
  ///   each, shared by the workers. Memory: 40 bytes a season and day.
  public init(
    orders: [Int], places: Int, blockRank: Int = 0, model: AnswerModel, seasons: Int, days: Int, seed: String,
    workers: Workers = Workers()
  ) throws(CallError) {
    guard seasons >= 1, days >= 1, seasons <= Self.mostCells / days else {
      throw .simulationOutOfRange(seasons: seasons, days: days)
    }
    guard 0...Int(UInt32.max) ~= places else { throw .placesOutOfRange(places) }
    guard blockRank >= 0 else { throw .blockRankOutOfRange(blockRank) }
    var last = 0
    for order in orders {
      guard 1...Int(UInt32.max) ~= order else { throw .rankOutOfRange(order, candidate: "") }
      guard order > last else { throw .repeatedRank(order, candidate: "") }
      last = order
    }
    self.seasons = seasons
    self.days = days
    self.places = places
    let chances = AnswerChances(model, days: days)
    let measures = SeasonMeasure.allCases.count
    let table = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: seasons * days * measures)
    defer { table.deallocate() }
    let ranges = workers.ranges(of: seasons, minimum: 64)
    // Each season writes places of its own.
    nonisolated(unsafe) let cells = table
    workers.perform(parts: ranges.count) { part in
      var season = SimulatedSeason(
        orders: orders, places: places, blockRank: blockRank, chances: chances, deadline: model.deadline,
        days: days)
      for number in ranges[part] {
        season.run(SeededNumbers(seed: seed, subject: "season", row: number)) { day, measure, value in
          cells[(day * measures + measure.rawValue) * seasons + number] = UInt32(truncatingIfNeeded: value)
        }
      }
    }
    workers.perform(parts: days * measures) { column in
      var values = UnsafeMutableBufferPointer(rebasing: cells[column * seasons..<(column + 1) * seasons])
      values.sort()
    }
    values = (0..<days * measures).map { Array(table[$0 * seasons..<($0 + 1) * seasons]) }
  }

  /// The values of all seasons on a day, ascending.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - day: from 1.
  /// - Returns: nil for a day before the first or after the last.
  public func sorted(_ measure: SeasonMeasure, day: Int) -> [UInt32]? {
    guard 1...days ~= day else { return nil }
    return values[(day - 1) * SeasonMeasure.allCases.count + measure.rawValue]
  }

  /// The smallest value that at least so many percent of the seasons do not exceed.
  ///
  /// - Parameters:
  ///   - percent: 0 to 100; 0 gives the least value.
  ///   - measure: what is counted.
  ///   - day: from 1.
  /// - Returns: nil for another percentage, and for a day before the first or after the last.
  public func quantile(_ percent: Int, of measure: SeasonMeasure, day: Int) -> Int? {
    guard 0...100 ~= percent, let sorted = sorted(measure, day: day) else { return nil }
    return Int(sorted[max(1, (seasons * percent + 99) / 100) - 1])
  }

  /// The sum of a measure over all seasons.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - day: from 1.
  /// - Returns: nil for a day before the first or after the last.
  public func sum(of measure: SeasonMeasure, day: Int) -> Int? {
    sorted(measure, day: day)?.reduce(0) { $0 + Int($1) }
  }

  /// The number of seasons that end with every place accepted, and with more accepted than there are places.
  public var ends: (full: Int, overfull: Int) {
    let taken = values[(days - 1) * SeasonMeasure.allCases.count + SeasonMeasure.taken.rawValue]
    return (taken.count { $0 >= places }, taken.count { $0 > places })
  }
}

/// One season after the other, in the same memory.
private struct SimulatedSeason {
  let orders: [Int]
  let places: Int
  let blockRank: Int
  let chances: AnswerChances
  let deadline: Int?
  let days: Int
  /// By day: places that get accepted, places that are given back, and offers that end without acceptance.
  private var accepted: [Int]
  private var givenBack: [Int]
  private var declined: [Int]

  init(
    orders: [Int], places: Int, blockRank: Int, chances: AnswerChances, deadline: Int?, days: Int
  ) {
    self.orders = orders
    self.places = places
    self.blockRank = blockRank
    self.chances = chances
    self.deadline = deadline
    self.days = days
    accepted = [Int](repeating: 0, count: days)
    givenBack = accepted
    declined = accepted
  }

  mutating func run(
    _ numbers: SeededNumbers, _ report: (_ day: Int, SeasonMeasure, _ value: Int) -> Void
  ) {
    var numbers = numbers
    for day in 0..<days { (accepted[day], givenBack[day], declined[day]) = (0, 0, 0) }
    var (next, depth, taken, open) = (0, 0, 0, 0)
    for day in 0..<days {
      taken += accepted[day] - givenBack[day]
      open -= accepted[day] + declined[day]
      var free = max(0, places - taken - open)
      while next < orders.count, free > 0 || orders[next] <= blockRank {
        if numbers.next() >> 33 >= chances.left[day] {
          depth = orders[next]
          open += 1
          free -= 1
          settle(offerOf: day, &numbers)
        }
        next += 1
      }
      report(day, .depth, depth)
      report(day, .taken, taken)
      report(day, .open, open)
      report(day, .left, max(0, places - taken - open))
      report(day, .vacant, max(0, places - taken))
    }
  }

  /// Draws what becomes of an offer, and notes the days on which that shows.
  private mutating func settle(offerOf day: Int, _ numbers: inout SeededNumbers) {
    let answer = chances.answered.withUnsafeBufferPointer {
      AnswerChances.place(of: numbers.next() >> 33, in: $0)
    }
    guard let answer else {
      if let deadline, deadline < days - day { declined[day + deadline] += 1 }
      return
    }
    let answerDay = day + 1 + answer / 2
    guard answerDay < days else { return }
    guard answer % 2 == 0 else {
      declined[answerDay] += 1
      return
    }
    accepted[answerDay] += 1
    let withdrawal = chances.withdrawn.withUnsafeBufferPointer {
      AnswerChances.place(of: numbers.next() >> 33, in: $0)
    }
    if let withdrawal, withdrawal < days - answerDay - 1 { givenBack[answerDay + 1 + withdrawal] += 1 }
  }
}

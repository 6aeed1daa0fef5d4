/// Free places for those whom an allocation leaves without one (règlement 5.4.3, « doivent effectuer un choix »).
///
/// Of all ways to give free places, these are the most places; of those the most even ones, by the least Σ load²
/// over the offers, earlier holders included; of those the ones that serve the first in merit order, then the
/// second; and then, in the same order, the ones with the lower module. A module that does not run stays closed.
///
/// Each créneau is solved by ``CreneauFilling``. Students who hold nothing in several créneaux must not get one
/// module twice: the créneaux are solved in their order, each without the modules given before. Where that
/// reaches what the créneaux could do on their own, nothing is better; else it is searched, with
/// ``searchLimit`` as the limit.
///
/// Example: BIO has 3 places and 1 student, IA has 3 places and none, and three students have named nothing. IA
/// takes two of them and BIO one: loads 2 and 2, and 2² + 2² is the least that there is.
package struct Filling: Sendable, Equatable {
  /// By seat the offer it is given.
  package let offers: [Int: Int]
  /// Whether nothing is known to be better in number and evenness; false where the search came to its limit.
  package let isProven: Bool

  /// How many combinations are tried where créneaux share modules.
  static let searchLimit = 2_000

  /// - Parameters:
  ///   - allocation: keeps the rules of `problem`.
  ///   - mayHave: whether nothing speaks against a student's having an offer.
  /// - Throws: once the `Task` of the caller is cancelled.
  /// - Complexity: O(*u* · *o*²) for *u* empty seats and *o* offers of a créneau; times the combinations tried.
  package init(
    of allocation: Allocation, _ problem: AllocationProblem,
    mayHave: (_ student: Int, _ offer: Int) -> Bool
  ) throws(CancellationError) {
    let vacancy = Vacancy(allocation, problem, mayHave: mayHave)
    let inOrder = try vacancy.solve(isSequential: true)
    guard vacancy.sharesModules, try inOrder.worth != vacancy.solve(isSequential: false).worth else {
      self.init(offers: inOrder.offers, isProven: true)
      return
    }
    var search = FillingSearch(vacancy, best: inOrder)
    try search.run()
    self.init(offers: search.best.offers, isProven: search.isComplete)
  }

  init(offers: [Int: Int], isProven: Bool) {
    self.offers = offers
    self.isProven = isProven
  }
}

/// What is free, and who is without.
struct Vacancy {
  struct Seat: Hashable {
    let number: Int
    let student: Int
    /// Ascending.
    let offers: [Int]
  }

  struct Solution {
    let offers: [Int: Int]
    let worth: FillingWorth
  }

  let problem: AllocationProblem
  let loads: [Int]
  /// By créneau, in merit order.
  let seats: [[Seat]]
  /// Places, of offers that run.
  let places: [Int]

  init(
    _ allocation: Allocation, _ problem: AllocationProblem, mayHave: (_ student: Int, _ offer: Int) -> Bool
  ) {
    self.problem = problem
    let loads = allocation.loads(problem)
    self.loads = loads
    places = problem.offers.enumerated().map { number, offer in
      loads[number] == 0 && offer.minimum > 1 ? 0 : offer.places
    }
    var open = [[Int]](repeating: [], count: problem.slotCount)
    for (number, offer) in problem.offers.enumerated() where places[number] > loads[number] {
      open[offer.slot].append(number)
    }
    var seats = [[Seat]](repeating: [], count: problem.slotCount)
    for student in problem.meritOrder.map(Int.init) {
      let own = problem.seats(ofStudent: student)
      guard own.contains(where: { allocation[$0] == nil }) else { continue }
      let held = Set(own.compactMap { allocation[$0].map { problem.offer(ofOption: $0).module } })
      for (slot, seat) in own.enumerated() where allocation[seat] == nil {
        let offers = open[slot].filter {
          !held.contains(problem.offers[$0].module) && mayHave(student, $0)
        }
        if !offers.isEmpty { seats[slot].append(Seat(number: seat, student: student, offers: offers)) }
      }
    }
    self.seats = seats
  }

  /// Whether some module stands in several créneaux.
  var sharesModules: Bool { Set(problem.offers.map(\.module)).count < problem.offers.count }

  /// - Parameters:
  ///   - isSequential: whether a créneau takes no module of an earlier one; else students may get one twice.
  ///   - excluded: by seat, offers it does not get.
  func solve(isSequential: Bool, excluded: [Int: Set<Int>] = [:]) throws(CancellationError) -> Solution {
    var given: [Int: Int] = [:]
    var modules: [Int: Set<Int>] = [:]
    var worth = FillingWorth(placed: 0, squares: 0)
    for seats in seats {
      let open = seats.map { seat in
        seat.offers.filter {
          !(excluded[seat.number]?.contains($0) ?? false)
            && !(isSequential && (modules[seat.student]?.contains(problem.offers[$0].module) ?? false))
        }
      }
      var filling = CreneauFilling(loads: loads, places: places, options: open)
      try filling.solve()
      worth = worth + filling.worth
      for (position, seat) in seats.enumerated() {
        guard let offer = filling.held[position] else { continue }
        given[seat.number] = offer
        modules[seat.student, default: []].insert(problem.offers[offer].module)
      }
    }
    return Solution(offers: given, worth: worth)
  }

  /// Two seats of one student with the same module; the first student in merit order.
  func moduleTwice(_ solution: Solution) -> (Int, Int)? {
    var seen: [Int: [Int: Int]] = [:]
    var twice: [Int: (Int, Int)] = [:]
    for seat in seats.joined() {
      guard let offer = solution.offers[seat.number] else { continue }
      let module = problem.offers[offer].module
      if let other = seen[seat.student]?[module] {
        twice[seat.student] = twice[seat.student] ?? (other, seat.number)
      } else {
        seen[seat.student, default: [:]][module] = seat.number
      }
    }
    return problem.meritOrder.lazy.compactMap { twice[Int($0)] }.first
  }
}

/// How good a filling is: more places, then fewer squares.
struct FillingWorth: Equatable, Comparable {
  var placed: Int
  /// By how much Σ load² grows.
  var squares: Int

  static func + (a: FillingWorth, b: FillingWorth) -> FillingWorth {
    FillingWorth(placed: a.placed + b.placed, squares: a.squares + b.squares)
  }

  /// Whether the first is the worse one.
  static func < (a: FillingWorth, b: FillingWorth) -> Bool {
    (a.placed, -a.squares) < (b.placed, -b.squares)
  }
}

/// Branches on a module that a student would get twice: not in the one créneau, or not in the other.
struct FillingSearch {
  private let vacancy: Vacancy
  private(set) var best: Vacancy.Solution
  private(set) var isComplete = true
  private var tries = 0

  init(_ vacancy: Vacancy, best: Vacancy.Solution) {
    self.vacancy = vacancy
    self.best = best
  }

  mutating func run() throws(CancellationError) { try visit([:]) }

  private mutating func visit(_ excluded: [Int: Set<Int>]) throws(CancellationError) {
    guard tries < Filling.searchLimit else {
      isComplete = false
      return
    }
    tries += 1
    let relaxed = try vacancy.solve(isSequential: false, excluded: excluded)
    guard best.worth < relaxed.worth else { return }
    guard let (first, second) = vacancy.moduleTwice(relaxed) else {
      best = relaxed
      return
    }
    for seat in [second, first] {
      var excluded = excluded
      excluded[seat, default: []].insert(relaxed.offers[seat]!)
      try visit(excluded)
    }
  }
}

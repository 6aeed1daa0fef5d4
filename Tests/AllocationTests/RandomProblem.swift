import Palmares
import TestSupport

/// How small random problems are drawn.
struct ProblemShape {
  var students = 1...6
  var modules = 1...5
  var slots = 1...1
  var places = 0...3
  /// In percent of the offers.
  var minimums = 0
  var minimum = 2...4
  var sharesModules = false
  var quotas = Quotas.none
  var priorities = false
  /// Students who must be placed first, in percent.
  var required = 0
  var largestRank = 5
}

enum Quotas {
  case none
  /// Each within another or apart from it.
  case nested
  case any
}

private func randomQuotas(
  _ shape: ProblemShape, offers: Int, using generator: inout SeededGenerator
) -> [AllocationProblem.Quota] {
  func quota(_ members: [Int]) -> AllocationProblem.Quota {
    .init(offers: members, most: Int.random(in: 0...4, using: &generator))
  }
  switch shape.quotas {
  case .none: return []
  case .nested:
    // Two halves, one with a part of its own, and a whole; some left out.
    let cut = Int.random(in: 0...offers, using: &generator)
    let part = Int.random(in: 0...cut, using: &generator)
    return [0..<offers, 0..<part, 0..<cut, cut..<offers, 0..<part]
      .filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }.map { quota(Array($0)) }
  case .any:
    return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      quota((0..<offers).filter { _ in Bool.random(using: &generator) })
    }
  }
}

func randomProblem(_ shape: ProblemShape, using generator: inout SeededGenerator) -> AllocationProblem {
  let students = Int.random(in: shape.students, using: &generator)
  let modules = Int.random(in: shape.modules, using: &generator)
  let slots = Int.random(in: shape.slots, using: &generator)
  var offers: [AllocationProblem.Offer] = []
  for module in 0..<modules {
    let home = Int.random(in: 0..<slots, using: &generator)
    for slot in 0..<slots where slot == home || (shape.sharesModules && Bool.random(using: &generator)) {
      offers.append(
        AllocationProblem.Offer(
          module: module, slot: slot, places: Int.random(in: shape.places, using: &generator),
          minimum: Int.random(in: 0..<100, using: &generator) < shape.minimums
            ? Int.random(in: shape.minimum, using: &generator) : 0,
          priority: shape.priorities ? Int.random(in: -1...2, using: &generator) : 0))
    }
  }
  // Popular modules, so that places run out.
  let likes = (0..<modules).map { _ in Int.random(in: 1...8, using: &generator) }
  let largestRank = Int.random(in: 1...shape.largestRank, using: &generator)
  var wishes: [[(module: Int, rank: Int)]] = []
  for _ in 0..<students {
    wishes.append(
      (0..<modules).compactMap { module in
        Int.random(in: 0..<8, using: &generator) < likes[module]
          ? (module, Int.random(in: 1...largestRank, using: &generator)) : nil
      })
  }
  let quotas = randomQuotas(shape, offers: offers.count, using: &generator)
  let meritOrder = (0..<Int32(students)).shuffled(using: &generator)
  let required =
    shape.required == 0
    ? [] : (0..<students).filter { _ in Int.random(in: 0..<100, using: &generator) < shape.required }
  return AllocationProblem(
    studentCount: students, slotCount: slots, offers: offers, quotas: quotas, required: required,
    meritOrder: meritOrder
  ) { student, add in
    for (module, rank) in wishes[student] {
      for (offer, row) in offers.enumerated() where row.module == module { add(offer, rank) }
    }
  }
}

/// The best allocation by trying them all.
struct Enumeration {
  /// What a seat may hold.
  private struct Option {
    let number: Int
    let offer: Int
    let module: Int
    let rank: Int
    let priority: Int
  }

  /// The part of a key that decides first, and the part that decides between equals of it.
  private typealias Key = (objective: [Int], arbitration: [Int])

  private let problem: AllocationProblem
  private let costs: RankCosts
  private let policy: AllocationPolicy
  private let options: [[Option]]
  private let seatsInMeritOrder: [Int]
  private let isRequired: [Bool]
  private let places: [Int]
  private let minimums: [Int]
  private let largestRank: Int
  private var current: [Option?]
  private var loads: [Int]
  private(set) var best: [Int] = []
  private var bestKey: Key?

  /// What the current choices may be, beside the rules.
  private let isAdmitted: ((_ choices: [Int]) -> Bool)?
  /// What follows the policy and comes before merit; by merit, what follows the ranks.
  private let extraKey: ((_ choices: [Int]) -> Int)?

  init(
    _ problem: AllocationProblem, _ policy: AllocationPolicy, _ costs: RankCosts,
    isAdmitted: (([Int]) -> Bool)? = nil, extraKey: (([Int]) -> Int)? = nil
  ) {
    self.isAdmitted = isAdmitted
    self.extraKey = extraKey
    self.problem = problem
    self.policy = policy
    self.costs = costs
    options = (0..<problem.seatCount).map { seat in
      problem.options(ofSeat: seat).map { number in
        let offer = problem.offer(ofOption: number)
        return Option(
          number: number, offer: Int(problem.optionOffers[number]), module: offer.module,
          rank: problem.rank(ofOption: number), priority: offer.priority)
      }
    }
    seatsInMeritOrder = problem.meritOrder.flatMap { student in
      (0..<problem.slotCount).map { Int(student) * problem.slotCount + $0 }
    }
    isRequired = (0..<problem.seatCount).map { problem.required.contains($0 / problem.slotCount) }
    places = problem.offers.map(\.places)
    minimums = problem.offers.map(\.minimum)
    largestRank = problem.ranks.last ?? 0
    current = [Option?](repeating: nil, count: problem.seatCount)
    loads = [Int](repeating: 0, count: problem.offers.count)
    visit(0)
  }

  private mutating func visit(_ seat: Int) {
    guard seat < current.count else { return compare() }
    current[seat] = nil
    visit(seat + 1)
    let first = seat / problem.slotCount * problem.slotCount
    for option in options[seat] {
      let isTaken = first < seat && (first..<seat).contains { current[$0]?.module == option.module }
      if loads[option.offer] == places[option.offer] || isTaken { continue }
      loads[option.offer] += 1
      current[seat] = option
      visit(seat + 1)
      loads[option.offer] -= 1
    }
    current[seat] = nil
  }

  /// Takes what is tried now if it is allowed and better than what was best.
  private mutating func compare() {
    for (offer, load) in loads.enumerated() where load > 0 && load < minimums[offer] { return }
    for quota in problem.quotas where quota.offers.reduce(0, { $0 + loads[$1] }) > quota.most { return }
    let objective = objective()
    if let bestKey, bestKey.objective.lexicographicallyPrecedes(objective) { return }
    let choices = current.map { $0?.number ?? -1 }
    guard isAdmitted?(choices) ?? true else { return }
    let key: Key = (objective, arbitration(choices))
    if let bestKey, bestKey.objective == key.objective,
      !key.arbitration.lexicographicallyPrecedes(bestKey.arbitration)
    {
      return
    }
    best = choices
    bestKey = key
  }

  /// The objective, smaller is better.
  private func objective() -> [Int] {
    var (requiredLeft, placed, cost, priority) = (0, 0, 0, 0)
    var counts = [Int](repeating: 0, count: largestRank)
    for (seat, option) in current.enumerated() {
      if let option {
        placed += 1
        cost += Int(costs.cost(rank: option.rank))
        counts[option.rank - 1] += 1
        priority += option.priority
      } else if isRequired[seat] {
        requiredLeft += 1
      }
    }
    return switch policy {
    case .satisfaction: [requiredLeft, -placed, cost, -priority]
    case .rankMaximal: [requiredLeft] + counts.map { -$0 } + [-priority]
    case .generous: [requiredLeft, -placed] + counts.reversed() + [-priority]
    case .merit: [requiredLeft]
    }
  }

  /// The extra key, ranks in merit order, then modules in merit order; by merit, the extra key after the ranks.
  private func arbitration(_ choices: [Int]) -> [Int] {
    let extra = extraKey.map { [$0(choices)] } ?? []
    let ranks = seatsInMeritOrder.map { current[$0]?.rank ?? Int.max }
    let modules = seatsInMeritOrder.map { current[$0]?.module ?? 0 }
    return policy == .merit ? ranks + extra + modules : extra + ranks + modules
  }
}

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
  private let problem: AllocationProblem
  private let costs: RankCosts
  private let policy: AllocationPolicy
  private var current: [Int]
  private var loads: [Int]
  private(set) var best: [Int] = []
  private var bestKey: [Int] = []

  /// What the current choices may be, beside the rules.
  private let isAdmitted: (_ choices: [Int]) -> Bool
  /// What follows the policy and comes before merit; by merit, what follows the ranks.
  private let extraKey: (_ choices: [Int]) -> Int

  init(
    _ problem: AllocationProblem, _ policy: AllocationPolicy, _ costs: RankCosts,
    isAdmitted: @escaping ([Int]) -> Bool = { _ in true }, extraKey: @escaping ([Int]) -> Int = { _ in 0 }
  ) {
    self.isAdmitted = isAdmitted
    self.extraKey = extraKey
    self.problem = problem
    self.policy = policy
    self.costs = costs
    current = [Int](repeating: -1, count: problem.seatCount)
    loads = [Int](repeating: 0, count: problem.offers.count)
    visit(0)
  }

  private mutating func visit(_ seat: Int) {
    guard seat < current.count else {
      for (load, offer) in zip(loads, problem.offers) where load > 0 && load < offer.minimum { return }
      for quota in problem.quotas where quota.offers.reduce(0, { $0 + loads[$1] }) > quota.most { return }
      guard isAdmitted(current) else { return }
      let key = key()
      if best.count < current.count || key.lexicographicallyPrecedes(bestKey) {
        best = current
        bestKey = key
      }
      return
    }
    current[seat] = -1
    visit(seat + 1)
    let student = seat / problem.slotCount
    let taken = (student * problem.slotCount..<seat).compactMap {
      current[$0] < 0 ? nil : problem.offer(ofOption: current[$0]).module
    }
    for option in problem.options(ofSeat: seat) {
      let offer = Int(problem.optionOffers[option])
      if loads[offer] == problem.offers[offer].places || taken.contains(problem.offers[offer].module) {
        continue
      }
      loads[offer] += 1
      current[seat] = option
      visit(seat + 1)
      loads[offer] -= 1
    }
    current[seat] = -1
  }

  /// Smaller is better: the objective, ranks in merit order, then modules in merit order.
  private func key() -> [Int] {
    let ranks = current.map { $0 < 0 ? nil : problem.rank(ofOption: $0) }
    let placed = ranks.count { $0 != nil }
    let largest = problem.ranks.last ?? 0
    func count(_ rank: Int) -> Int { ranks.count { $0 == rank } }
    let requiredLeft = current.indices.count {
      current[$0] < 0 && problem.required.contains($0 / problem.slotCount)
    }
    let satisfaction: [Int] =
      switch policy {
      case .satisfaction: [-placed, ranks.reduce(0) { $0 + ($1.map { Int(costs.cost(rank: $0)) } ?? 0) }]
      case .rankMaximal: (0..<largest).map { -count($0 + 1) }
      case .generous: [-placed] + (0..<largest).map { count(largest - $0) }
      case .merit: []
      }
    var key = [requiredLeft] + satisfaction
    if policy != .merit {
      key.append(-current.reduce(0) { $0 + ($1 < 0 ? 0 : problem.offer(ofOption: $1).priority) })
    }
    if policy != .merit { key.append(extraKey(current)) }
    let seats = problem.meritOrder.flatMap { student in
      (0..<problem.slotCount).map { Int(student) * problem.slotCount + $0 }
    }
    key += seats.map { ranks[$0] ?? Int.max }
    if policy == .merit { key.append(extraKey(current)) }
    key += seats.map { current[$0] < 0 ? 0 : problem.offer(ofOption: current[$0]).module }
    return key
  }
}

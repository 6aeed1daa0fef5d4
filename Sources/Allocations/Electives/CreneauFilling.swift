/// The fullest and then most even filling of one créneau's free places.
///
/// A flow from students to offers, in which the *n*th student of an offer costs 2*n* − 1, so that an offer with
/// *n* costs *n*² in all. Students enter in merit order, each along the chain of moves that ends at the offer with
/// the fewest students: by successive shortest paths (Busacker and Gowen 1961) the flow costs the least at every
/// step, and since no chain puts anyone out, those placed are the first in merit order that can be. All moves cost
/// nothing but at their end, so that the shortest path is the reachable offer with the lowest load.
///
/// Then, in merit order, each moves to the lowest offer that leaves the sum: around a cycle of moves, or along a
/// chain to an offer that then has as many as the chain's first had.
struct CreneauFilling {
  /// By seat, ascending.
  private let options: [[Int]]
  private let places: [Int]
  private var loads: [Int]
  /// By seat, the offer it has.
  private(set) var held: [Int?]
  /// By offer, the seats that have it here and may still move, by their group.
  private var holders: [[Int: [Int]]]
  /// Seats with the same options are one group.
  private let groups: [Int]
  private let optionsOfGroup: [[Int]]
  private(set) var worth = FillingWorth(placed: 0, squares: 0)
  /// The offers that some seat can have.
  private let offers: [Int]

  /// - Parameters:
  ///   - loads: by offer, how many have it already.
  ///   - places: by offer, 0 for those that are closed.
  ///   - options: by seat in merit order, the offers it may have, ascending.
  init(loads: [Int], places: [Int], options: [[Int]]) {
    self.loads = loads
    self.places = places
    self.options = options
    held = [Int?](repeating: nil, count: options.count)
    holders = [[Int: [Int]]](repeating: [:], count: loads.count)
    offers = Set(options.joined()).sorted()
    var numbers: [[Int]: Int] = [:]
    var distinct: [[Int]] = []
    groups = options.map { own in
      if let number = numbers[own] { return number }
      numbers[own] = distinct.count
      distinct.append(own)
      return distinct.count - 1
    }
    optionsOfGroup = distinct
  }

  /// - Complexity: O(*u* · *o* · *g* · *k*) at most for *u* seats, *o* offers, and *g* groups of *k* options each.
  mutating func solve() throws(CancellationError) {
    for seat in options.indices {
      try checkCancellation()
      enter(seat)
    }
    for seat in options.indices where held[seat] != nil {
      try checkCancellation()
      lower(seat)
    }
  }

  /// A step of a chain: one of a group moves on from an offer.
  private struct Step {
    let group: Int
    let from: Int
  }

  /// What chains of moves reach.
  private struct Reach {
    /// By offer reached, the last step there; nil for the first ones.
    var steps: [Int: Step?] = [:]

    func contains(_ offer: Int) -> Bool { steps.keys.contains(offer) }
  }

  private func reached(from sources: [Int]) -> Reach {
    var reach = Reach()
    for source in sources { reach.steps.updateValue(nil, forKey: source) }
    var queue = sources
    var next = 0
    while next < queue.count, queue.count < offers.count {
      let offer = queue[next]
      next += 1
      for group in holders[offer].keys.sorted() {
        for other in optionsOfGroup[group] where !reach.contains(other) {
          reach.steps.updateValue(Step(group: group, from: offer), forKey: other)
          queue.append(other)
        }
      }
    }
    return reach
  }

  /// The emptiest offer reached that has room.
  private func end(of reach: Reach) -> Int? {
    reach.steps.keys.filter { loads[$0] < places[$0] }.min { (loads[$0], $0) < (loads[$1], $1) }
  }

  private mutating func enter(_ seat: Int) {
    let reach = reached(from: options[seat])
    guard let last = end(of: reach) else { return }
    worth.placed += 1
    worth.squares += 2 * loads[last] + 1
    loads[last] += 1
    hold(seat, shift(to: last, reach))
  }

  /// Moves along a chain.
  ///
  /// - Returns: the offer that the chain begins at, which then has one student fewer.
  private mutating func shift(to last: Int, _ reach: Reach) -> Int {
    var offer = last
    while let step = reach.steps[offer] ?? nil {
      let seat = holders[step.from][step.group]!.last!
      release(seat)
      hold(seat, offer)
      offer = step.from
    }
    return offer
  }

  /// Takes a seat from its offer, or settles it there.
  private mutating func release(_ seat: Int) {
    let (offer, group) = (held[seat]!, groups[seat])
    holders[offer][group]!.removeAll { $0 == seat }
    if holders[offer][group]!.isEmpty { holders[offer][group] = nil }
  }

  private mutating func hold(_ seat: Int, _ offer: Int) {
    held[seat] = offer
    holders[offer][groups[seat], default: []].append(seat)
  }

  /// Moves a seat to the lowest offer it can have at no cost, and settles it.
  private mutating func lower(_ seat: Int) {
    let own = held[seat]!
    release(seat)
    for offer in options[seat] where offer < own {
      if give(seat, offer, insteadOf: own) { return }
    }
  }

  /// Gives a seat that holds nothing any more another offer, at no cost.
  ///
  /// - Returns: false where there is no way; nothing has then changed.
  private mutating func give(_ seat: Int, _ offer: Int, insteadOf own: Int) -> Bool {
    let reach = reached(from: [offer])
    guard !reach.contains(own) else {
      _ = shift(to: own, reach)
      held[seat] = offer
      return true
    }
    // The chain ends where there is room; the place left goes along a chain that begins where there is one more.
    guard let last = end(of: reach) else { return false }
    let first = offers.first {
      loads[$0] == loads[last] + 1 && ($0 == own || reached(from: [$0]).contains(own))
    }
    guard let first else { return false }
    _ = shift(to: last, reach)
    if first != own { _ = shift(to: own, reached(from: [first])) }
    loads[last] += 1
    loads[first] -= 1
    held[seat] = offer
    return true
  }
}

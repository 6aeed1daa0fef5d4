/// What can be reallocated once an allocation is published and some withdraw, or places change.
///
/// A student who keeps a place keeps that very place. Only these may change: students without a place; students
/// of a module that has fewer places now than students, of whom as many stay as it has places; and students
/// who asked for better, who keep their place or get one of no worse rank. A module that runs goes on running,
/// whatever its minimum; a module that does not run still asks for it.
package struct RepairProblem: Sendable {
  /// The problem of the places that seats may get. A seat that keeps something must hold something.
  package let problem: AllocationProblem
  /// For each seat what it still holds, of ``problem``'s options, or ``Allocation/unplaced``.
  package let held: [Int]
  /// Seats whose module has too few places for them all, ascending.
  package let displaced: [Int]

  /// - Parameters:
  ///   - allocation: keeps the rules of `old`.
  ///   - withdrawn: seats that get nothing any more.
  ///   - places: by offer, what changes.
  ///   - improving: seats that ask for better.
  /// - Complexity: O(*n*), *n* options.
  package init(
    of allocation: Allocation, _ old: AllocationProblem, withdrawn: Set<Int>, places: [Int: Int] = [:],
    improving: Set<Int> = []
  ) {
    var kept = allocation
    var isWithdrawn = [Bool](repeating: false, count: old.seatCount)
    for seat in withdrawn {
      kept.choices[seat] = Allocation.unplaced
      isWithdrawn[seat] = true
    }
    var isImproving = [Bool](repeating: false, count: old.seatCount)
    for seat in improving { isImproving[seat] = true }
    let loads = kept.loads(old)
    let offers = old.offers.enumerated().map { number, offer in
      AllocationProblem.Offer(
        module: offer.module, slot: offer.slot, places: places[number] ?? offer.places,
        minimum: loads[number] > 0 ? 0 : offer.minimum, priority: offer.priority)
    }
    let isKeeper = kept.choices.map { choice in
      guard choice != Allocation.unplaced else { return false }
      let offer = Int(old.optionOffers[choice])
      return loads[offer] <= offers[offer].places
    }
    let choices = (0..<old.seatCount).map { seat -> Range<Int> in
      let options = old.options(ofSeat: seat)
      let choice = kept.choices[seat]
      if isWithdrawn[seat] { return options.prefix(0) }
      guard isKeeper[seat] else { return options }
      guard isImproving[seat] else { return choice..<choice + 1 }
      // Options ascend by rank.
      return options.prefix { old.optionRanks[$0] <= old.optionRanks[choice] }
    }
    let problem = Self.problem(kept, old, offers, isKeeper: isKeeper, choices)
    let held = kept.choices.enumerated().map { seat, choice in
      choice == Allocation.unplaced
        ? choice : problem.option(ofSeat: seat, for: Int(old.optionOffers[choice]))!
    }
    self.init(
      problem: problem, held: held,
      displaced: held.indices.filter { held[$0] != Allocation.unplaced && !isKeeper[$0] })
  }

  private init(problem: AllocationProblem, held: [Int], displaced: [Int]) {
    self.problem = problem
    self.held = held
    self.displaced = displaced
  }

  /// The problem of the places that seats may get.
  ///
  /// A module that a student keeps in one créneau is no choice in another, and one that too few may choose for
  /// its minimum is none at all: without them the seats rarely depend on each other.
  ///
  /// - Parameter choices: by seat, the options of `old` that it may get, the one it keeps included.
  private static func problem(
    _ kept: Allocation, _ old: AllocationProblem, _ offers: [AllocationProblem.Offer], isKeeper: [Bool],
    _ choices: [Range<Int>]
  ) -> AllocationProblem {
    /// Whether the student surely keeps the option's module in another créneau.
    func isKeptElsewhere(_ option: Int, _ seat: Int) -> Bool {
      old.seats(ofStudent: old.student(ofSeat: seat)).contains { other in
        other != seat && isKeeper[other] && choices[other].count == 1
          && old.offer(ofOption: kept.choices[other]).module == old.offer(ofOption: option).module
      }
    }
    func isChoice(_ option: Int, _ seat: Int) -> Bool {
      option == kept.choices[seat] || old.slotCount == 1 || !isKeptElsewhere(option, seat)
    }
    var offers = offers
    var isChosen = [Bool](repeating: true, count: offers.count)
    if offers.contains(where: { $0.minimum > 1 }) {
      var demand = [Int](repeating: 0, count: offers.count)
      for seat in 0..<old.seatCount {
        for option in choices[seat] where isChoice(option, seat) {
          demand[Int(old.optionOffers[option])] += 1
        }
      }
      for (number, offer) in offers.enumerated()
      where offer.minimum > 1 && min(demand[number], offer.places) < offer.minimum {
        isChosen[number] = false
        offers[number] = AllocationProblem.Offer(
          module: offer.module, slot: offer.slot, places: offer.places, minimum: 0, priority: offer.priority)
      }
    }
    return old.deriving(offers: offers, mustHold: isKeeper) { student, add in
      for seat in old.seats(ofStudent: student) {
        for option in choices[seat] where isChoice(option, seat) {
          let offer = Int(old.optionOffers[option])
          if isChosen[offer] { add(offer, old.rank(ofOption: option)) }
        }
      }
    }
  }

  /// The objective of the repair: as many displaced students as possible keep their place, then what the policy asks,
  /// then the fewest moves. By merit the ranks of all come before the moves, which are an objective of their own.
  ///
  /// - Parameters:
  ///   - policy: That of the published allocation.
  ///   - costs: What ranks cost, for ``AllocationPolicy/satisfaction``.
  package func objective(_ policy: AllocationPolicy, costs: RankCosts = .linear) -> AllocationObjective {
    let asked = AllocationObjective(policy, costs: costs, for: problem)
    let objective = lostPlaces.isEmpty ? asked : AllocationObjective(lostPlaces + asked.levels, for: problem)
    return policy == .merit ? objective : objective.fewestMoves(from: held, problem)
  }

  /// Displaced students who lose their place: as few as can be. Nothing to ask where their modules are closed.
  private var lostPlaces: [ObjectiveLevel] {
    let some = displaced.filter { problem.offer(ofOption: held[$0]).places > 0 }
    guard !some.isEmpty else { return [] }
    var costs = [Int64](repeating: 0, count: problem.optionOffers.count)
    var out = [Int64](repeating: 0, count: problem.seatCount)
    for seat in some {
      for option in problem.options(ofSeat: seat) where option != held[seat] { costs[option] = 1 }
      out[seat] = 1
    }
    return [
      ObjectiveLevel(
        subject: .moves, costs: problem.ranks.map { _ in 0 }, unplacedCost: 0, optionCosts: costs,
        outCosts: out)
    ]
  }

  /// The same repair with each seat at the rank that an allocation of it has: tied wishes are what is left.
  package func tied(at allocation: Allocation) -> RepairProblem {
    let tied = problem.deriving(mustHold: allocation.choices.map { $0 != Allocation.unplaced }) {
      student, add in
      for seat in problem.seats(ofStudent: student) {
        guard let choice = allocation[seat] else { continue }
        let rank = problem.optionRanks[choice]
        for option in problem.options(ofSeat: seat) where problem.optionRanks[option] == rank {
          add(Int(problem.optionOffers[option]), problem.ranks[Int(rank)])
        }
      }
    }
    let held = held.enumerated().map { seat, choice in
      guard choice != Allocation.unplaced else { return choice }
      return tied.option(ofSeat: seat, for: Int(problem.optionOffers[choice])) ?? Allocation.unplaced
    }
    return RepairProblem(
      problem: tied, held: held, displaced: displaced.filter { held[$0] != Allocation.unplaced })
  }

  /// Nothing but the fewest moves, after the fewest places lost.
  package var fewestMoves: AllocationObjective {
    AllocationObjective(lostPlaces, for: problem).fewestMoves(from: held, problem)
  }
}

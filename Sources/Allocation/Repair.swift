/// What can be reallocated once an allocation is published and some withdraw, or places change.
///
/// Who keeps a place has that place or one of no worse rank. Whoever stood in a module that has fewer places now
/// than students may have anything, as may those without a place. A module that runs goes on running, whatever
/// its minimum; one that does not run still asks for it.
public struct Repair: Sendable {
  /// Who keeps a place must hold something, of no worse rank.
  public let problem: AllocationProblem
  /// For each seat what it still holds, of ``problem``'s options, or ``Allocation/unplaced``.
  public let held: [Int]
  /// Seats whose module has too few places for them all, ascending.
  public let displaced: [Int]

  /// - Parameters:
  ///   - allocation: keeps the rules of `old`.
  ///   - withdrawn: seats that get nothing any more.
  ///   - places: by offer, what changes.
  /// - Complexity: O(*n*), *n* options.
  public init(
    of allocation: Allocation, _ old: AllocationProblem, withdrawn: Set<Int>, places: [Int: Int] = [:]
  ) {
    var kept = allocation
    var isWithdrawn = [Bool](repeating: false, count: old.seatCount)
    for seat in withdrawn {
      kept.choices[seat] = Allocation.unplaced
      isWithdrawn[seat] = true
    }
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
    var held = kept.choices
    let problem = old.deriving(offers: offers, mustHold: isKeeper) { student, add in
      for seat in old.seats(ofStudent: student) where !isWithdrawn[seat] {
        let options = old.options(ofSeat: seat)
        let worst = isKeeper[seat] ? old.optionRanks[kept.choices[seat]] : .max
        for option in options {
          if old.optionRanks[option] > worst { break }
          add(Int(old.optionOffers[option]), old.rank(ofOption: option))
        }
      }
    }
    // A seat's options are the first of those it had.
    for (seat, choice) in held.enumerated() where choice != Allocation.unplaced {
      held[seat] = problem.optionStarts[seat] + choice - old.optionStarts[seat]
    }
    self.problem = problem
    self.held = held
    displaced = held.indices.filter { held[$0] != Allocation.unplaced && !isKeeper[$0] }
  }

  /// What the policy asks, then the fewest moves.
  ///
  /// By merit the ranks of all come before the moves, so that these are an objective of their own: see
  /// ``tied(at:)``.
  public func objective(_ policy: AllocationPolicy, costs: RankCosts) -> AllocationObjective {
    let objective = AllocationObjective(policy, costs: costs, for: problem)
    return policy == .merit ? objective : objective.fewestMoves(from: held, problem)
  }

  /// The same repair with each seat at the rank that an allocation of it has: tied wishes are what is left.
  public func tied(at allocation: Allocation) -> Repair {
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
    return Repair(
      problem: tied,
      held: held.enumerated().map { seat, choice in
        guard choice != Allocation.unplaced else { return choice }
        return tied.option(ofSeat: seat, for: Int(problem.optionOffers[choice])) ?? Allocation.unplaced
      }, displaced: displaced)
  }

  /// The fewest moves alone.
  public var fewestMoves: AllocationObjective {
    AllocationObjective([], for: problem).fewestMoves(from: held, problem)
  }

  private init(problem: AllocationProblem, held: [Int], displaced: [Int]) {
    self.problem = problem
    self.held = held
    self.displaced = displaced
  }
}

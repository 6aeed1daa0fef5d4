/// What can be reallocated once an allocation is published and some withdraw, or places change.
///
/// Who keeps a place has that place or one of no worse rank. Whoever stood in a module that has fewer places now
/// than students may have anything, as may those without a place. A module that runs goes on running, whatever
/// its minimum; one that does not run still asks for it.
public struct Repair: Sendable {
  public let problem: AllocationProblem
  /// For each seat what it still holds, of ``problem``'s options, or ``Allocation/unplaced``.
  public let held: [Int]
  /// Seats that must not be worse off.
  public let keepers: [Int]
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
    var loads = [Int](repeating: 0, count: old.offers.count)
    for (seat, choice) in allocation.choices.enumerated()
    where choice != Allocation.unplaced && !withdrawn.contains(seat) {
      loads[Int(old.optionOffers[choice])] += 1
    }
    let offers = old.offers.enumerated().map { number, offer in
      AllocationProblem.Offer(
        module: offer.module, slot: offer.slot, places: places[number] ?? offer.places,
        minimum: loads[number] > 0 ? 0 : offer.minimum, priority: offer.priority)
    }
    var keepers: [Int] = []
    var displaced: [Int] = []
    for (seat, choice) in allocation.choices.enumerated()
    where choice != Allocation.unplaced && !withdrawn.contains(seat) {
      let offer = Int(old.optionOffers[choice])
      if loads[offer] <= offers[offer].places { keepers.append(seat) } else { displaced.append(seat) }
    }
    let isDisplaced = Set(displaced)
    var problem = AllocationProblem(
      studentCount: old.studentCount, slotCount: old.slotCount, offers: offers, quotas: old.quotas,
      required: old.required, meritOrder: old.meritOrder
    ) { student, add in
      for slot in 0..<old.slotCount {
        let seat = old.seat(student: student, slot: slot)
        guard !withdrawn.contains(seat) else { continue }
        let worst =
          isDisplaced.contains(seat) ? nil : allocation[seat].map { old.rank(ofOption: $0) }
        for option in old.options(ofSeat: seat) {
          let rank = old.rank(ofOption: option)
          if let worst, rank > worst { break }
          add(Int(old.optionOffers[option]), rank)
        }
      }
    }
    problem.unwishedRank = old.unwishedRank
    self.problem = problem
    held = allocation.choices.enumerated().map { [problem] seat, choice in
      guard choice != Allocation.unplaced, !withdrawn.contains(seat) else { return Allocation.unplaced }
      let offer = old.optionOffers[choice]
      return problem.options(ofSeat: seat).first { problem.optionOffers[$0] == offer }!
    }
    self.keepers = keepers
    self.displaced = displaced
  }

  /// Nobody who keeps a place is without one; then what the policy asks; then the fewest moves.
  ///
  /// By merit alone nothing is equal before the merit order, and moves do not count.
  public func objective(_ policy: AllocationPolicy, costs: RankCosts) -> AllocationObjective {
    var out = [Int64](repeating: 0, count: problem.seatCount)
    for seat in keepers { out[seat] = 1 }
    let kept = ObjectiveLevel(
      subject: .kept, costs: problem.ranks.map { _ in 0 }, unplacedCost: 0,
      optionCosts: problem.optionOffers.map { _ in 0 }, outCosts: out)
    let asked = AllocationObjective(policy, costs: costs, for: problem)
    let objective = AllocationObjective([kept] + asked.levels, for: problem)
    return policy == .merit ? objective : objective.fewestMoves(from: held, problem)
  }
}

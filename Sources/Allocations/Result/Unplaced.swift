extension Catalogue {
  /// Who has no place, by student, then créneau.
  ///
  /// - Parameter wishes: those the problem is made from.
  /// - Complexity: O(*n*), *n* options, and wishes times créneaux.
  package func unplaced(
    _ allocation: Allocation, _ problem: AllocationProblem, _ wishes: Wishes
  ) -> [UnplacedSeat] {
    guard problem.slotCount > 0 else {
      return (0..<problem.studentCount).map {
        UnplacedSeat(student: $0, slot: 0, reason: .noWish, wishes: 0, full: 0, closed: 0, ineligible: 0)
      }
    }
    var slotsOfModule = modules.map { _ in [Int]() }
    for offer in problem.offers { slotsOfModule[offer.module].append(offer.slot) }
    var named = [Int](repeating: 0, count: problem.seatCount)
    for (student, module) in zip(wishes.students, wishes.modules) {
      for slot in slotsOfModule[Int(module)] { named[problem.seat(student: Int(student), slot: slot)] += 1 }
    }
    let loads = allocation.loads(problem)
    return (0..<problem.seatCount).filter { allocation[$0] == nil }.map { seat in
      // An exchange may have opened others.
      let offers = problem.options(ofSeat: seat).filter { problem.wishedRank(ofOption: $0) != nil }
        .map { Int(problem.optionOffers[$0]) }
      let full = offers.count { loads[$0] >= problem.offers[$0].places }
      let closed = offers.count {
        loads[$0] == 0 && problem.offers[$0].minimum > 1 && problem.offers[$0].places > 0
      }
      let reason: UnplacedReason =
        if offers.isEmpty {
          named[seat] > 0 ? .ineligible : .noWish
        } else {
          full < offers.count && !problem.quotas.isEmpty ? .quota : .full
        }
      return UnplacedSeat(
        student: problem.student(ofSeat: seat),
        slot: seat - problem.student(ofSeat: seat) * problem.slotCount,
        reason: reason, wishes: named[seat], full: full, closed: closed,
        ineligible: named[seat] - offers.count)
    }
  }
}

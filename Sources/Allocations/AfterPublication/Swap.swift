/// A mutual exchange: two students give each other their places in a créneau (règlement 2.4.3, « permutation de
/// gré à gré »).
package struct Swap: Sendable, Equatable {
  package let student: Int
  package let other: Int
  package let slot: Int

  /// - Parameter other: another student than the first.
  package init(_ student: Int, _ other: Int, slot: Int) {
    precondition(student != other, "nobody exchanges with themselves")
    self.student = student
    self.other = other
    self.slot = slot
  }
}

extension Allocation {
  /// What the students of some exchanges may come by: the places of all they are linked with, wished for or not.
  ///
  /// - Parameter isEligible: whether a student may have an offer.
  /// - Returns: by seat.
  /// - Complexity: O(*e* · *c*), exchanges and the students linked.
  package func placesWithinReach(
    _ swaps: [Swap], _ problem: AllocationProblem, isEligible: (_ student: Int, _ offer: Int) -> Bool
  ) -> [Int: Set<Int>] {
    let links = SeatLinks(swaps, problem)
    var held: [Int: Set<Int>] = [:]
    for seat in links.seats {
      if let option = self[seat] {
        held[links.root(seat), default: []].insert(Int(problem.optionOffers[option]))
      }
    }
    return Dictionary(
      uniqueKeysWithValues: links.seats.map { seat in
        let student = problem.student(ofSeat: seat)
        return (seat, (held[links.root(seat)] ?? []).filter { isEligible(student, $0) })
      })
  }

  /// Makes an exchange, or leaves everything as it is.
  ///
  /// Each gets an option of their own, so that ranks, eligibility and prerequisites hold; how many students an
  /// offer has does not change.
  ///
  /// - Throws: ``SwapRefusal``: what stands against it, for the first student before the other.
  /// - Complexity: O(*k*), the options of both.
  package mutating func apply(_ swap: Swap, _ problem: AllocationProblem) throws(SwapRefusal) {
    let (a, b) = (swap.student, swap.other)
    let (offerA, offerB) = (
      try heldOffer(of: a, in: swap.slot, problem), try heldOffer(of: b, in: swap.slot, problem)
    )
    guard offerA != offerB else { throw .samePlace(offer: offerA) }
    let received = (
      try option(for: a, offerB, in: swap.slot, problem), try option(for: b, offerA, in: swap.slot, problem)
    )
    choices[problem.seat(student: a, slot: swap.slot)] = received.0
    choices[problem.seat(student: b, slot: swap.slot)] = received.1
  }

  private func heldOffer(
    of student: Int, in slot: Int, _ problem: AllocationProblem
  ) throws(SwapRefusal) -> Int {
    guard slot < problem.slotCount, let option = self[problem.seat(student: student, slot: slot)] else {
      throw .noPlace(student: student)
    }
    return Int(problem.optionOffers[option])
  }

  /// The student's own option for an offer.
  private func option(
    for student: Int, _ offer: Int, in slot: Int, _ problem: AllocationProblem
  ) throws(SwapRefusal) -> Int {
    let seat = problem.seat(student: student, slot: slot)
    guard let option = problem.option(ofSeat: seat, for: offer) else {
      throw .notAnOption(student: student, offer: offer)
    }
    let module = problem.offers[offer].module
    for other in 0..<problem.slotCount where other != slot {
      if let held = self[problem.seat(student: student, slot: other)],
        problem.offer(ofOption: held).module == module
      {
        throw .moduleTwice(student: student, module: module)
      }
    }
    return option
  }
}

extension AllocationProblem {
  /// The option of a seat for an offer, or nil.
  ///
  /// - Complexity: O(*k*), the options of the seat.
  package func option(ofSeat seat: Int, for offer: Int) -> Int? {
    options(ofSeat: seat).first { Int(optionOffers[$0]) == offer }
  }
}

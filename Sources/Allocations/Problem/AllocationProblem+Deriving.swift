extension AllocationProblem {
  /// The same students, quotas and merit order with other options.
  ///
  /// - Parameters:
  ///   - offers: nil for the same.
  ///   - mustHold: nil for the same.
  ///   - options: as the problem itself takes them.
  /// - Complexity: O(*w* log *w*) for *w* options, a student's at a time.
  func deriving(
    offers: [Offer]? = nil, mustHold: [Bool]? = nil,
    options: (_ student: Int, _ add: (_ offer: Int, _ rank: Int) -> Void) -> Void
  ) -> AllocationProblem {
    var problem = AllocationProblem(
      studentCount: studentCount, slotCount: slotCount, offers: offers ?? self.offers, quotas: quotas,
      required: required, mustHold: mustHold ?? self.mustHold, meritOrder: meritOrder,
      options: options)
    problem.unwishedRank = unwishedRank
    return problem
  }

  /// The same problem with one more place in an offer; seats and options keep their numbers.
  package func addingPlace(toOffer offer: Int) -> AllocationProblem {
    var offers = offers
    let old = offers[offer]
    offers[offer] = Offer(
      module: old.module, slot: old.slot, places: old.places + 1, minimum: old.minimum,
      priority: old.priority)
    return deriving(offers: offers) { student, add in
      for seat in seats(ofStudent: student) {
        for option in options(ofSeat: seat) { add(Int(optionOffers[option]), rank(ofOption: option)) }
      }
    }
  }
}

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
}

extension AllocationCertificate {
  /// Checks an allocation against this certificate in whole numbers, without any solver.
  ///
  /// `CertificateDocument.verify(_:of:policy:costs:)` of the files says what a verification proves, what not, and why.
  /// This part of it checks the rules, the prices and the arbitration; it knows no seed, no stated levels and no seal.
  ///
  /// - Parameter costs: what ranks cost, by the policy ``AllocationPolicy/satisfaction``.
  /// - Throws: ``CertificateDefect``, the first that is found; `CancellationError` once the task is cancelled.
  /// - Complexity: O(*g* · *k* + *c* · *o*²) for *g* stages, *k* options, *o* offers and *c* seats with a choice
  ///   on the optimal face.
  @discardableResult
  package func verify(
    _ allocation: Allocation, of problem: AllocationProblem, costs: RankCosts
  ) throws -> CertificateVerdict {
    try verify(
      allocation, of: problem, for: AllocationObjective(policy, costs: costs, for: problem))
  }

  /// Checks an allocation for an objective that is more than a policy's.
  ///
  /// - Throws: as ``verify(_:of:costs:)``.
  @discardableResult
  package func verify(
    _ allocation: Allocation, of problem: AllocationProblem, for objective: AllocationObjective
  ) throws -> CertificateVerdict {
    guard allocation.choices.count == problem.seatCount else { throw CertificateDefect.otherProblem }
    if let violation = allocation.violation(problem) { throw CertificateDefect.violation(violation) }
    let nesting = problem.sharesModules ? nil : problem.nesting
    guard decisions.count == problem.offers.count, isSearched == problem.isSearched,
      stages.count == (nesting == nil ? 0 : objective.stages.count)
    else { throw CertificateDefect.otherProblem }
    if let relaxation { try Self.verifyRelaxation(relaxation, objective, problem) }
    if let nesting {
      try verifyStages(allocation, problem, objective, nesting)
    } else if let offer = firstUnforcedDecision(problem) {
      throw CertificateDefect.decision(offer: Position(offer))
    }
    if try !isSearched || (nesting != nil && firstUnforcedDecision(problem) == nil)
      || isProvenByRelaxation(allocation, problem, objective)
    {
      return .optimal
    }
    return .unproven(gap(allocation, problem, objective))
  }

  private func verifyStages(
    _ allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective,
    _ nesting: LaminarQuotas
  ) throws {
    var face = VerifiedFace(problem, nesting, allocation)
    for (offer, load) in allocation.loads(problem).enumerated() {
      let range = loads(of: offer, in: problem)
      let isDecided = decisions[offer] != .free
      guard range.contains(load), !isDecided || problem.offers[offer].minimum > 1 else {
        throw CertificateDefect.decision(offer: Position(offer))
      }
      face.lowerQuota[offer] = range.lowerBound
      face.upperQuota[offer] = range.upperBound
    }
    for (number, (stage, stated)) in zip(objective.stages, stages).enumerated() {
      guard stated.prices.count == nesting.outside else { throw CertificateDefect.otherProblem }
      try face.verify(stated, stage, number: number)
      face.restrict(stated, stage)
    }
    if let defect = try face.arbitrationDefect() { throw defect }
  }

  /// The first offer with a decision other than this: it does not run, for it has too few wishes for its minimum.
  private func firstUnforcedDecision(_ problem: AllocationProblem) -> Int? {
    var wishes = [Int](repeating: 0, count: problem.offers.count)
    for offer in problem.optionOffers { wishes[Int(offer)] += 1 }
    return decisions.indices.first { number in
      let offer = problem.offers[number]
      return decisions[number] != .free
        && (decisions[number] != .closed || offer.minimum <= min(offer.places, wishes[number]))
    }
  }
}

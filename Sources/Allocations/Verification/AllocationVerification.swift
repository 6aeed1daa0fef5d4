extension AllocationCertificate {
  /// Checks an allocation against this certificate in whole numbers, without any solver.
  ///
  /// What is proven. The allocation keeps the rules: each place is an option of its student, no offer or quota
  /// has too many, none that runs too few, nobody has a module twice. If the verdict is
  /// ``CertificateVerdict/optimal``, it is the one allocation that the objective and the arbitration single out.
  ///
  /// Why. Let *p* ≥ 0 be prices of full offers, 0 for the others. In any allocation each seat pays at least what
  /// its cheapest option costs with its price, and an offer is paid for by at most as many seats as it has
  /// places. So every allocation costs at least the *bound*: the sum of cheapest payments less what all places
  /// cost (weak duality). Where everybody holds a cheapest option and only full offers have a price, the
  /// allocation costs just that, and is optimal. A price below 0 is the same for an offer that must have its
  /// minimum and has no more. Quotas within one another have prices like offers.
  ///
  /// An allocation is optimal for a stage if and only if it satisfies the same two conditions (complementary
  /// slackness). So the next stage chooses among the options that are as cheap as the seat's own, with priced
  /// offers as full as they are, and is checked on these alone. After the last stage the arbitration is: no
  /// student could change to a better rank, nor to a lower module at the same rank, by a chain of moves that
  /// costs only later students something. Two different allocations differ by such chains and cycles, so there
  /// is no second one. Each price must be the gain of some chain of moves, which leaves it one possible value:
  /// a certificate has no freedom that could hide a change.
  ///
  /// What is not. Where minimums had to be searched for, the prices hold for the decisions which offers run.
  /// They prove the optimum of all if the only decision is that an offer without enough wishes does not run;
  /// else of those with the same decisions. Where modules are shared by créneaux, or quotas cross, there are no
  /// stages. The relaxation, without minimums and without the rule against a module twice, then bounds the first
  /// stage; it proves the optimum where the objective has one stage, the allocation attains the bound, and
  /// nobody could do better even without these rules. In all other cases the verdict says how much is open.
  /// Not proven here: that the wishes, the seed and the merit order are those of the files, which
  /// the certificate's file is held against.
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

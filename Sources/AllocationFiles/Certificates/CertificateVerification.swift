public import Allocations
package import Lottery

extension CertificateFile {
  /// Checks an allocation against this certificate: policy, rank costs, seed, prices, levels and seal.
  ///
  /// The allocation must be the one that was certified: ``CertificateDocument/verify(_:of:policy:costs:)`` checks one that
  /// exchanges have changed since, and says what a verification proves, and what not.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What it was made from, the published seed included.
  ///   - policy: What the certificate must be of; nil for any.
  ///   - costs: What the certificate must be of; nil for any.
  /// - Throws: `CertificateDefect`, the first; `AllocationInputError` where a wish has a rank that the certificate's
  ///   costs say nothing of; `CancellationError` once the task is cancelled.
  public func verify(
    _ allocation: Allocation, of input: AllocationInput, policy: AllocationPolicy? = nil,
    costs: RankCosts? = nil
  ) throws -> VerifiedAllocation {
    if let policy, policy != certificate.policy { throw CertificateDefect.policy(certificate.policy) }
    if let costs, costs != self.costs { throw CertificateDefect.rankCosts }
    try input.wishes.check(self.costs)
    return try verify(
      allocation, of: input.problem, students: input.students, catalogue: input.catalogue, seed: input.seed)
  }

  /// Checks a published allocation against this certificate.
  ///
  /// - Parameters:
  ///   - allocation: Keeps to options of `published`.
  ///   - marks: Places that the certificate does not speak of.
  ///   - published: `problem`, with the marked places as further options of students who may have them.
  ///   - problem: Of the wishes, by the draw of the seed.
  /// - Throws: the first defect.
  package func verify(
    _ allocation: Allocation, marks: PlaceMarks = PlaceMarks(), in published: AllocationProblem? = nil,
    of problem: AllocationProblem, students: Students, catalogue: Catalogue, seed: DrawSeed
  ) throws -> VerifiedAllocation {
    guard seed.matches(commitment: seedCommitment) else { throw CertificateDefect.seed }
    let current = published ?? problem
    guard allocation.choices.count == current.seatCount else { throw CertificateDefect.otherProblem }
    if let violation = allocation.violation(current) { throw CertificateDefect.violation(violation) }
    if let offer = marks.offerOutOfBalance(allocation, current) {
      throw CertificateDefect.exchangesOutOfBalance(offer: Position(offer))
    }
    guard let before = marks.allocationBefore(allocation, current, in: problem) else {
      throw CertificateDefect.originNotWished(
        seat: Position(firstUnwished(allocation, marks, current, problem)))
    }
    // Exchanges leave an offer as full as it is: only a place beyond the wishes opens one.
    let (loads, loadsBefore) = (allocation.loads(current), before.loads(problem))
    if let offer = problem.offers.indices.first(where: {
      loads[$0] > 0 && loadsBefore[$0] == 0 && problem.offers[$0].minimum > 1
    }) {
      throw CertificateDefect.openedByComplement(offer: Position(offer))
    }
    let objective = AllocationObjective(certificate.policy, costs: costs, for: problem)
    let verdict = try certificate.verify(before, of: problem, for: objective)
    guard levelValues.count == certificate.stages.count else { throw CertificateDefect.otherProblem }
    for (stage, values) in zip(objective.stages, levelValues) {
      guard stage.levels.count == values.count else { throw CertificateDefect.otherProblem }
      for (level, value) in zip(stage.levels, values) {
        let found = level.value(before, problem)
        if found != value { throw CertificateDefect.levelValue(level.subject, stated: value, found: found) }
      }
    }
    guard
      seal
        == CertificateFile.seal(
          before, certificate: certificate, problem: problem, students: students, catalogue: catalogue)
    else {
      throw CertificateDefect.seal
    }
    return VerifiedAllocation(
      verdict: verdict, exchanged: marks.before.count,
      complements: marks.complements.count)
  }

  private func firstUnwished(
    _ allocation: Allocation, _ marks: PlaceMarks, _ current: AllocationProblem, _ problem: AllocationProblem
  ) -> Int {
    allocation.choices.indices.first { seat in
      guard let choice = allocation[seat], !marks.complements.contains(seat) else { return false }
      let origin = marks.before[seat] ?? Int(current.optionOffers[choice])
      return problem.option(ofSeat: seat, for: origin) == nil
    } ?? 0
  }
}

extension CertificateDocument {
  /// Checks a published allocation against this certificate: policy, rank costs, seed, prices, levels, seal, exchanges,
  /// and the reasons of mobility.
  ///
  /// What is proven of the allocation before exchanges. It keeps the rules: each place is a wish that its student is
  /// eligible for, no module or quota has too many students, no module that runs too few, nobody has a module twice. If
  /// the verdict is `CertificateVerdict.optimal`, it is the one allocation that policy and arbitration
  /// single out for these students, wishes and this seed.
  ///
  /// Why. Let *p* ≥ 0 be prices of full offers, 0 for the others.
  /// 1. In any allocation each seat pays at least what its cheapest choice costs with its price, and an offer is paid for
  ///    by at most as many seats as it has places. So every allocation costs at least the *bound*: the sum of the
  ///    cheapest payments less the prices of all places (weak duality).
  /// 2. Where everybody holds a cheapest choice and only full offers have a price, the allocation costs just the bound,
  ///    and is optimal. A price below 0 says the same of an offer that must have its minimum and has no more; quotas that
  ///    nest in one another have prices as offers have.
  /// 3. An allocation is optimal for a stage if and only if it meets the same two conditions (complementary slackness). So
  ///    the next stage chooses among the choices that are as cheap as the seat's own, with priced offers as full as they
  ///    are, and is checked on these alone.
  /// 4. After the last stage no student could change to a better rank, nor to a lower module of the same rank, by a chain
  ///    of moves that costs later students alone. Two allocations differ by such chains and cycles, so there is no second
  ///    one.
  /// 5. Each price must be the gain of some chain of moves, which leaves it one value: a certificate has no freedom that
  ///    could hide a change.
  ///
  /// What is proven since then: places only changed hands. In each créneau the seats marked as exchanged hold, together,
  /// the very places that they had before, each in a module that its student may have; and places beyond the wishes are
  /// in modules that ran before.
  ///
  /// What is not proven. Where minimums had to be searched for, the prices hold for the decisions which modules run: they
  /// prove the optimum of all only if the sole decision is that a module without enough wishes does not run. Where a
  /// module is in several créneaux, or quotas cross, there are no stages: a relaxation without these rules then bounds
  /// the first one. In both cases the verdict says how much is open. Nor is it proven that the students agreed to the
  /// exchanges, to whom places beyond the wishes were due, or that the input is the one that was published: the reader
  /// brings it. The seal proves nothing by itself: whoever changes a certificate can compute it anew.
  ///
  /// Everything is compared in whole numbers of 128 bits, without a solver and without its code.
  ///
  /// - Parameters:
  ///   - file: The allocation.
  ///   - input: What the allocation was made from, the published seed included.
  ///   - policy: What the certificate must be of; nil for any.
  ///   - costs: What the certificate must be of; nil for any.
  /// - Throws: `CertificateDefect`, the first; `InputDefects` where the certificate speaks of another objective or of other
  ///   modules, is not as it was written, or a reason is not the one there is; `AllocationInputError` where a wish has a
  ///   rank that the certificate's costs say nothing of.
  /// - Complexity: O(*g* · *k* + *c* · *o*²) for *g* stages, *k* options, *o* offers and *c* seats with a choice on the
  ///   optimal face.
  public func verify(
    _ file: AllocationFile, of input: AllocationInput, policy: AllocationPolicy? = nil,
    costs: RankCosts? = nil
  ) throws -> VerifiedAllocation {
    if let policy, policy != self.policy { throw CertificateDefect.policy(self.policy) }
    if let costs, costs != self.costs { throw CertificateDefect.rankCosts }
    try input.wishes.check(self.costs)
    let problem = input.problem
    let objective = AllocationObjective(self.policy, costs: self.costs, for: problem)
    let certificate = try certificate(input.catalogue, problem, objective)
    let verified = try certificate.verify(
      file.allocation, marks: file.marks, in: file.problem, of: problem, students: input.students,
      catalogue: input.catalogue, seed: input.seed)
    if let mobility = input.mobility {
      try file.check(mobility.reasons(file.allocation, file.problem, input.wishes))
    }
    return verified
  }
}

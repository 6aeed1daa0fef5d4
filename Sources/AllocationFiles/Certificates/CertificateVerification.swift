public import Allocations
public import Lottery

extension CertificateFile {
  /// Checks an allocation against this certificate: seed, prices, levels and seal.
  ///
  /// This is the whole of what a certificate proves; ``AllocationCertificate/verify(_:of:costs:)`` says why. With a
  /// published allocation it proves two things:
  ///
  /// 1. Before the exchanges, and without the places given beyond the wishes, the allocation is the one that
  ///    the certificate seals, and keeps to the verdict.
  /// 2. Since then places only changed hands: in each créneau the seats marked as exchanged hold, together,
  ///    the very places they had before, each place in a module that its student may have; nobody has a module
  ///    twice, no module has too many students, and no module that runs too few. Places beyond the wishes are
  ///    in modules that ran before.
  ///
  /// It does not prove that the students agreed to the exchanges, nor to whom places beyond the wishes were due.
  /// The seal proves nothing by itself: whoever changes a certificate can compute it anew.
  ///
  /// - Parameters:
  ///   - allocation: keeps to options of `published`.
  ///   - marks: places that the certificate does not speak of.
  ///   - published: `problem`, with the marked places as further options of students who may have them.
  ///   - problem: of the wishes, by the draw of the seed.
  /// - Throws: `CertificateDefect`, the first that is found; `CancellationError` once the task is cancelled.
  public func verify(
    _ allocation: Allocation, marks: PlaceMarks = PlaceMarks(), in published: AllocationProblem? = nil,
    of problem: AllocationProblem, students: Students, electives: Catalogue, seed: DrawSeed
  ) throws -> VerifiedAllocation {
    guard seed.matches(commitment: seedCommitment) else { throw CertificateDefect.seed }
    let current = published ?? problem
    guard allocation.choices.count == current.seatCount else { throw CertificateDefect.otherProblem }
    if let violation = allocation.violation(current) { throw CertificateDefect.violation(violation) }
    if let offer = marks.offerOutOfBalance(allocation, current) {
      throw CertificateDefect.exchangesOutOfBalance(offer: offer)
    }
    guard let before = marks.allocationBefore(allocation, current, in: problem) else {
      throw CertificateDefect.originNotWished(seat: firstUnwished(allocation, marks, current, problem))
    }
    // Exchanges leave an offer as full as it is: only a place beyond the wishes opens one.
    let (loads, loadsBefore) = (allocation.loads(current), before.loads(problem))
    if let offer = problem.offers.indices.first(where: {
      loads[$0] > 0 && loadsBefore[$0] == 0 && problem.offers[$0].minimum > 1
    }) {
      throw CertificateDefect.openedByComplement(offer: offer)
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
    guard seal == CertificateFile.seal(before, certificate, problem, students, electives) else {
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
  /// Checks an allocation's table against this certificate, whole: policy, rank costs, seed, prices, levels, seal,
  /// exchanges, and the reasons of mobility.
  ///
  /// - Parameters:
  ///   - file: read with the students' eligibility, so that places that were no wishes are marked.
  ///   - input: what the allocation was made from.
  ///   - problem: of this input.
  ///   - policy: what the certificate must be of; nil for any.
  ///   - costs: what the certificate must be of; nil for any.
  /// - Throws: ``CertificateDefect``, the first; ``InputDefects`` where the certificate speaks of another objective or
  ///   of other modules, is not as it was written, or a reason is not the one there is.
  public func verify(
    _ file: AllocationFile, of input: AllocationInput, _ problem: AllocationProblem,
    policy: AllocationPolicy? = nil, costs: RankCosts? = nil
  ) throws -> VerifiedAllocation {
    if let policy, policy != self.policy { throw CertificateDefect.policy(self.policy) }
    if let costs, costs != self.costs { throw CertificateDefect.rankCosts }
    let objective = AllocationObjective(self.policy, costs: self.costs, for: problem)
    let certificate = try certificate(input.electives, problem, objective)
    let verified = try certificate.verify(
      file.allocation, marks: file.marks, in: file.problem, of: problem, students: input.students,
      electives: input.electives, seed: input.seed)
    if let mobility = input.mobility {
      try file.check(mobility.reasons(file.allocation, file.problem, input.wishes))
    }
    return verified
  }
}

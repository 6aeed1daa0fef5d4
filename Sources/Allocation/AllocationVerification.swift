/// What speaks against an allocation or its certificate.
public enum CertificateDefect: Error, Sendable, Equatable {
  case violation(AllocationViolation)
  /// The certificate is for another problem or policy: so many stages, prices or decisions do not fit.
  case otherProblem
  /// An offer with a decision against its own rows: nothing to decide, or more students than it allows.
  case decision(offer: Int)
  case wrongValue(stage: Int, stated: Int64, found: Int64)
  case wrongBound(stage: Int, stated: Int64, found: Int64)
  /// The seat has a cheaper option at these prices.
  case notCheapest(stage: Int, seat: Int)
  /// A price although places are free, or one below 0 although the minimum is passed.
  case priceOfFreePlaces(stage: Int, offer: Int)
  /// No chain of moves gains what the price says.
  case priceWithoutCause(stage: Int, offer: Int)
  /// The student could have had a better rank, nobody before in merit order losing one.
  case notArbitrated(seat: Int)
  /// A wish tied with the one obtained, for a lower module, was free.
  case tieNotLowest(seat: Int)
}

/// Checks an allocation against its certificate in whole numbers, without any solver.
///
/// For each stage: everyone holds a cheapest option at the prices, only full offers have a price, and so value =
/// bound (weak duality). Each price is the gain of some chain of moves, which leaves one possible value for it.
/// Then the arbitration: nobody could change, at the expense of later students alone, to a better rank, nor to a
/// lower module at the same rank.
///
/// Where the optimum took a search, this proves the rules, the optimum among the allocations with the same
/// decisions, and the bound of the relaxation. For modules shared over créneaux, and quotas that cross, it proves rules and bound.
///
/// - Complexity: O(*g* · *k* + *c* · *o*²) for *g* stages, *k* options, *o* offers and *c* seats with a choice on
///   the optimal face.
public func verify(
  _ allocation: Allocation, _ certificate: AllocationCertificate, _ problem: AllocationProblem,
  costs: RankCosts
) throws(CertificateDefect) {
  try verify(
    allocation, certificate, problem,
    AllocationObjective(certificate.policy, costs: costs, for: problem))
}

/// The same for an objective that is more than a policy's.
public func verify(
  _ allocation: Allocation, _ certificate: AllocationCertificate, _ problem: AllocationProblem,
  _ objective: AllocationObjective
) throws(CertificateDefect) {
  guard allocation.choices.count == problem.seatCount else { throw .otherProblem }
  if let violation = allocation.violation(problem) { throw .violation(violation) }
  let nesting = problem.sharesModules ? nil : problem.nesting
  guard certificate.decisions.count == problem.offers.count,
    certificate.isSearched == problem.isSearched,
    certificate.stages.count == (nesting == nil ? 0 : objective.stages.count)
  else { throw .otherProblem }
  if let relaxation = certificate.relaxation {
    if let stage = objective.stages.first {
      try verifyRelaxation(relaxation, stage, problem)
    } else if relaxation.value != 0 || relaxation.bound != 0 || relaxation.prices.contains(where: { $0 != 0 })
    {
      // Without an objective nothing costs anything.
      throw .otherProblem
    }
  }
  guard let nesting else { return }
  var face = VerifiedFace(problem, nesting, allocation)
  for (offer, load) in allocation.loads(problem).enumerated() {
    let range = certificate.loads(of: offer, in: problem)
    let isDecided = certificate.decisions[offer] != .free
    guard range.contains(load), !isDecided || problem.offers[offer].minimum > 1 else {
      throw .decision(offer: offer)
    }
    face.least[offer] = range.lowerBound
    face.most[offer] = range.upperBound
  }
  for (number, (stage, stated)) in zip(objective.stages, certificate.stages).enumerated() {
    guard stated.prices.count == nesting.root else { throw .otherProblem }
    try face.verify(stated, stage, number: number)
    face.restrict(stated, stage)
  }
  try face.verifyArbitration()
}

/// The bound of the first stage without minimums and without the rule against a module twice.
private func verifyRelaxation(
  _ stated: AllocationCertificate.Stage, _ stage: ObjectiveStage, _ problem: AllocationProblem
) throws(CertificateDefect) {
  guard stated.prices.count == problem.offers.count + problem.crossingQuotas.count else {
    throw .otherProblem
  }
  if let place = stated.prices.firstIndex(where: { $0 < 0 }) {
    throw .priceOfFreePlaces(stage: 0, offer: place)
  }
  let bound = AllocationCertificate.relaxedBound(stated.prices, stage, problem)
  guard bound == Int128(stated.bound) else {
    throw .wrongBound(stage: 0, stated: stated.bound, found: Int64(clamping: bound))
  }
  // The relaxation's own value: no allocation of the problem is below it.
  guard stated.value == stated.bound else {
    throw .wrongValue(stage: 0, stated: stated.value, found: stated.bound)
  }
}

extension AllocationCertificate {
  /// What no allocation's cost in a stage is below: everyone at the cheapest choice at some prices, less what the
  /// places cost in all (weak duality).
  ///
  /// - Parameter prices: ≥ 0; of offers, then of quotas that cross.
  fileprivate static func relaxedBound(
    _ prices: [Int64], _ stage: ObjectiveStage, _ problem: AllocationProblem
  ) -> Int128 {
    var bound: Int128 = 0
    var charges = [Int128](repeating: 0, count: problem.offers.count)
    for (offer, row) in problem.offers.enumerated() {
      charges[offer] = Int128(prices[offer])
      bound -= Int128(prices[offer]) * Int128(row.places)
    }
    for (quota, price) in zip(problem.crossingQuotas, prices.dropFirst(problem.offers.count)) {
      bound -= Int128(price) * Int128(quota.most)
      for offer in quota.offers { charges[offer] += Int128(price) }
    }
    for seat in 0..<problem.seatCount {
      let out = problem.mayStayOut(seat) ? Int128(stage.unplacedCost(ofSeat: seat)) : .max
      bound += problem.options(ofSeat: seat).reduce(out) {
        min($0, Int128(stage.cost(ofOption: $1, problem)) + charges[Int(problem.optionOffers[$1])])
      }
    }
    return bound
  }
}

extension AllocationCertificate {
  /// Checks the bound of the first stage without minimums and without the rule against a module twice.
  static func verifyRelaxation(
    _ stated: Stage, _ objective: AllocationObjective, _ problem: AllocationProblem
  ) throws(CertificateDefect) {
    guard stated.prices.count == problem.offers.count + problem.crossingQuotas.count else {
      throw .otherProblem
    }
    guard let stage = objective.stages.first else {
      // Without an objective nothing costs anything.
      guard stated.value == 0, stated.bound == 0, stated.prices.allSatisfy({ $0 == 0 }) else {
        throw .otherProblem
      }
      return
    }
    if let place = stated.prices.firstIndex(where: { $0 < 0 }) {
      throw .priceOfFreePlaces(stage: 0, node: place, problem)
    }
    let bound = relaxedBound(stated.prices, stage, problem)
    guard bound == Int128(stated.bound) else {
      throw .wrongBound(stage: 0, stated: stated.bound, found: Int64(clamping: bound))
    }
    // The relaxation's own value: no allocation of the problem is below it.
    guard stated.value == stated.bound else {
      throw .wrongValue(stage: 0, stated: stated.value, found: stated.bound)
    }
  }

  /// What no allocation's cost in a stage is below: everyone at the cheapest choice at some prices, less what the
  /// places cost in all (weak duality; Gale, Kuhn and Tucker 1951).
  ///
  /// The solver computes the same bound for the certificate. The formula stands here again on purpose: the verifier
  /// shares no code with the solver, and computes in 128 bits, since prices may be any.
  ///
  /// - Parameter prices: ≥ 0; of offers, then of quotas that cross.
  private static func relaxedBound(
    _ prices: [Int64], _ stage: ObjectiveStage, _ problem: AllocationProblem
  ) -> Int128 {
    var bound: Int128 = 0
    for (offer, price) in zip(problem.offers, prices) { bound -= Int128(price) * Int128(offer.places) }
    for (quota, price) in zip(problem.crossingQuotas, prices.dropFirst(problem.offers.count)) {
      bound -= Int128(price) * Int128(quota.most)
    }
    let charges = charges(prices, problem)
    return bound
      + leastSum(
        problem, out: { Int128(stage.unplacedCost(ofSeat: $0)) },
        cost: { Int128(stage.cost(ofOption: $0, problem)) + charges[Int(problem.optionOffers[$0])] })
  }

  /// By offer, its price and those of the crossing quotas it counts in.
  private static func charges(_ prices: [Int64], _ problem: AllocationProblem) -> [Int128] {
    var charges = prices.prefix(problem.offers.count).map { Int128($0) }
    for (quota, price) in zip(problem.crossingQuotas, prices.dropFirst(problem.offers.count)) {
      for offer in quota.offers { charges[offer] += Int128(price) }
    }
    return charges
  }

  /// The sum over all seats of the least that a choice of the seat costs.
  private static func leastSum(
    _ problem: AllocationProblem, out: (_ seat: Int) -> Int128, cost: (_ option: Int) -> Int128
  ) -> Int128 {
    (0..<problem.seatCount).reduce(Int128(0)) { sum, seat in
      sum
        + problem.options(ofSeat: seat).reduce(problem.mayStayOut(seat) ? out(seat) : .max) {
          min($0, cost($1))
        }
    }
  }

  /// Whether the allocation would be the one even without minimums, the rule against a module twice, and quotas
  /// that cross: it attains the relaxation's bound, and nobody of better merit could do better then.
  func isProvenByRelaxation(
    _ allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(CancellationError) -> Bool {
    guard let relaxation, objective.stages.count <= 1,
      let nesting = LaminarQuotas(offers: problem.offers.count, [])
    else { return false }
    var face = VerifiedFace(problem, nesting, allocation)
    if let stage = objective.stages.first {
      let value = allocation.choices.enumerated().reduce(Int128(0)) { sum, place in
        sum + Int128(stage.cost(ofChoice: place.element, ofSeat: place.offset, problem))
      }
      guard value == Int128(relaxation.bound) else { return false }
      face.restrict(
        charges: Self.charges(relaxation.prices, problem),
        prices: relaxation.prices.prefix(problem.offers.count), stage)
    }
    return try face.arbitrationDefect() == nil
  }

  /// The first level that the relaxation does not prove.
  ///
  /// Levels of the first stage: whatever the lower ones cost at most, the bound leaves the rest to this one.
  /// Levels of later stages: everyone at the choice that costs least.
  func gap(
    _ allocation: Allocation, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) -> OptimalityGap {
    for (number, stage) in objective.stages.enumerated() {
      // What the bound leaves to this level and the lower ones.
      var rest = number == 0 ? relaxation.map { Int128($0.bound) } : nil
      for (position, level) in stage.levels.enumerated() {
        let value = level.value(allocation, problem)
        var bound = Self.leastSum(
          problem, out: { Int128(level.unplacedCost(ofSeat: $0)) },
          cost: { Int128(level.cost(ofOption: $0, problem)) })
        if let left = rest {
          let weight = Int128(stage.weights[position])
          let lower = zip(stage.levels, stage.weights).dropFirst(position + 1).reduce(Int128(0)) {
            $0 + Int128($1.1) * $1.0.largestSum(problem)
          }
          bound = max(bound, Self.roundedUp(left - lower, over: weight))
          rest = left - weight * Int128(value)
        }
        if Int128(value) > bound {
          return OptimalityGap(subject: level.subject, value: value, bound: Int64(clamping: bound))
        }
      }
    }
    let below = (0..<problem.seatCount).count { seat in
      guard let best = problem.options(ofSeat: seat).first else { return false }
      return allocation[seat].map { problem.optionRanks[$0] > problem.optionRanks[best] } ?? true
    }
    return OptimalityGap(subject: nil, value: Int64(below), bound: 0)
  }

  private static func roundedUp(_ dividend: Int128, over divisor: Int128) -> Int128 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}

extension ObjectiveLevel {
  fileprivate func cost(ofOption option: Int, _ problem: AllocationProblem) -> Int64 {
    optionCosts?[option] ?? costs[Int(problem.optionRanks[option])]
  }

  fileprivate func unplacedCost(ofSeat seat: Int) -> Int64 { outCosts?[seat] ?? unplacedCost }

  /// No allocation has more in sum.
  fileprivate func largestSum(_ problem: AllocationProblem) -> Int128 {
    let costs = optionCosts ?? costs
    let out = outCosts?.max() ?? unplacedCost
    return Int128(problem.seatCount) * Int128(max(costs.max() ?? out, out))
  }
}

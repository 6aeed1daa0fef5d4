/// What speaks against an allocation or its certificate: the first defect that a verification finds.
///
/// ``AllocationInput/student(of:)`` and its like say who stands at a position.
public enum CertificateDefect: Error, Sendable, Hashable {
  /// The allocation breaks a rule.
  case violation(AllocationViolation)
  /// The certificate is for another problem or policy: so many stages, prices or decisions do not fit.
  case otherProblem
  /// An offer with a decision against its own rows: nothing to decide, or more students than it allows.
  case decision(offer: Position<Elective>)
  /// A stage costs another value than the certificate states.
  case wrongValue(stage: Int, stated: Int64, found: Int64)
  /// The prices of a stage give another bound than the certificate states.
  case wrongBound(stage: Int, stated: Int64, found: Int64)
  /// The seat has a cheaper option at the prices of the stage.
  case notCheapest(stage: Int, seat: Position<Seat>)
  /// A price above 0 although places are free, or below 0 although there are more students than the minimum.
  case priceOfFreePlaces(stage: Int, offer: Position<Elective>)
  /// No chain of moves gains what the price says.
  case priceWithoutCause(stage: Int, offer: Position<Elective>)
  /// A quota has a price although it has departures left.
  case priceOfFreeDepartures(stage: Int, quota: Position<DepartureQuota>)
  /// No chain of moves gains what the price of the quota says.
  case quotaPriceWithoutCause(stage: Int, quota: Position<DepartureQuota>)
  /// The student could have had a better rank, nobody before in merit order losing one.
  case notArbitrated(seat: Position<Seat>)
  /// A wish tied with the one obtained, for a lower module, was free.
  case tieNotLowest(seat: Position<Seat>)
  /// The certificate is of another policy, which this is.
  case policy(AllocationPolicy)
  /// The certificate is of other rank costs.
  case rankCosts
  /// The certificate is of another seed.
  case seed
  /// A level has another value than the certificate says.
  case levelValue(ObjectiveLevel.Subject, stated: Int64, found: Int64)
  /// The certificate is of another allocation.
  case seal
  /// More or fewer seats hold the offer from exchanges than gave it.
  case exchangesOutOfBalance(offer: Position<Elective>)
  /// What the seat held before the exchanges was no wish of the student.
  case originNotWished(seat: Position<Seat>)
  /// An offer with a minimum runs only by places beyond the wishes.
  case openedByComplement(offer: Position<Elective>)
}

extension CertificateDefect {
  /// - Parameter node: An offer, or behind the offers a quota.
  static func priceOfFreePlaces(stage: Int, node: Int, _ problem: AllocationProblem) -> CertificateDefect {
    let quota = node - problem.offers.count
    return quota < 0
      ? .priceOfFreePlaces(stage: stage, offer: Position(node))
      : .priceOfFreeDepartures(stage: stage, quota: Position(quota))
  }

  /// - Parameter node: An offer, or behind the offers a quota.
  static func priceWithoutCause(stage: Int, node: Int, _ problem: AllocationProblem) -> CertificateDefect {
    let quota = node - problem.offers.count
    return quota < 0
      ? .priceWithoutCause(stage: stage, offer: Position(node))
      : .quotaPriceWithoutCause(stage: stage, quota: Position(quota))
  }
}

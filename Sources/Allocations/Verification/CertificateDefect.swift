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
  case exchangesOutOfBalance(offer: Int)
  /// What the seat held before the exchanges was no wish of the student.
  case originNotWished(seat: Int)
  /// An offer with a minimum runs only by places beyond the wishes.
  case openedByComplement(offer: Int)
}

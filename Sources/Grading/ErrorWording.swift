#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ExactMarksTooFine: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    "the exact marks have no common denominator below 2^100: gaps and standardised means need one"
  }
}

extension GradingError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .shareCount(let count): "\(count) shares: there are four mentions (or three or two classes)"
    case .sharesNotHundred: "the shares do not add to 100"
    }
  }
}

extension UESchemeError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .noUE: "no UE"
    case .repeatedUE(let ue): "duplicate UE \(ue)"
    case .noECUE(let ue): "UE \(ue) has no ECUE"
    case .repeatedECUE(let ecue, let ue): "duplicate ECUE \(ecue) in UE \(ue)"
    case .weight(let ecue, let ue):
      "the weight of \(ecue) in UE \(ue) is not above 0 and at most \(UEScheme.largestWeight)"
    case .thresholdAboveTen: "a threshold above 10: a mark or mean of 10/20 validates in all cases"
    case .tooManyECTS: "more than \(UEScheme.largestECTS) ECTS"
    case .tooManyDigits(let ue):
      "the weights of UE \(ue) and of the two sessions together take too many digits for an exact mean"
    case .finalWeights: "the weights of the two sessions are both 0, or over \(UEScheme.largestWeight)"
    }
  }
}

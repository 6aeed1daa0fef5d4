import ExactValues

/// What makes a scheme of UEs unusable.
public enum UESchemeError: Error, Hashable, Sendable {
  case noUE
  case repeatedUE(String)
  case noECUE(ue: String)
  case repeatedECUE(String, ue: String)
  case weight(ecue: String, ue: String)
  case thresholdAboveTen(ue: String, ecue: String?)
  case tooManyECTS(ue: String)
  case finalWeights
  /// A mean could leave 127 bits.
  case tooManyDigits(ue: String)
}

extension UESchemeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noUE: "no UE"
    case .repeatedUE(let ue): "UE \(ue) stands twice"
    case .noECUE(let ue): "UE \(ue) has no ECUE"
    case .repeatedECUE(let ecue, let ue): "ECUE \(ecue) stands twice in UE \(ue)"
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

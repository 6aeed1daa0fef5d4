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

import ExactValues

/// What makes a scheme of UEs unusable.
public enum UESchemeError: Error, Hashable, Sendable {
  /// The scheme has no UE.
  case noUE
  /// Two UEs have this name.
  case repeatedUE(String)
  /// The UE has no ECUE.
  case noECUE(ue: String)
  /// Two ECUEs of the UE have this name.
  case repeatedECUE(String, ue: String)
  /// The weight of an ECUE is 0 or above ``UEScheme/largestWeight``.
  case weight(ecue: String, ue: String)
  /// The threshold of the UE, or the minimum of its ECUE, is above 10 (règlement 1.3.2).
  case thresholdAboveTen(ue: String, ecue: String?)
  /// The credits of the UE are above ``UEScheme/largestECTS``.
  case tooManyECTS(ue: String)
  /// The weights of the two sessions are both 0, or one is above ``UEScheme/largestWeight``.
  case finalWeights
  /// An exact mean of the UE could leave 127 bits.
  case tooManyDigits(ue: String)
}

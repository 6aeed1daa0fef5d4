/// How a candidate of the final list was admitted.
public enum AdmissionDecision: String, Sendable {
  /// Note générale at or above the barre d'admission.
  case direct
  /// Below it, with a satisfactory oral.
  case oral
}

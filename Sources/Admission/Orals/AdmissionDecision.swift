/// How a candidate of the final list was admitted (règlement 5.2.1).
public enum AdmissionDecision: String, Sendable, CaseIterable, Codable {
  /// The note générale is at or above the barre d'admission.
  case direct
  /// The note générale is below the barre d'admission, and the oral was satisfactory.
  case oral
}

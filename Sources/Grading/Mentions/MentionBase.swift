/// The students that the mention percentages refer to.
public enum MentionBase: String, Hashable, Sendable, CaseIterable {
  /// Those who validated at the first session.
  case validated
  /// All students but those exempted (règlement 1.3.3, « Pourcentage de la promotion »).
  case promotion
}

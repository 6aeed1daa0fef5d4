/// A property that the platform states of its call order and that an order does not have.
public enum CallOrderProperty: Hashable, Sendable, CaseIterable {
  /// Everyone on the final list is called, once.
  case everyoneOnce
  /// For every k, 100·b(k) ≥ QB·k, or no boursier comes later.
  case boursierShare
  /// For every k, 100·s(k) ≥ QS·k, or nobody of the secteur comes later. With a quota of boursiers too, the
  /// platform puts that one first and promises this one nothing.
  case secteurShare
  /// A boursier of the secteur is never overtaken.
  case boursierOfSecteurOvertaken
  /// Without a quota of the secteur, a non-boursier is overtaken by boursiers only.
  case overtakenByNonBoursier
  /// Without a quota of the secteur, and QB < 100, the non-boursier of rank r is called no later than
  /// 1 + ⌊100·r / (100 − QB)⌋.
  case calledTooLate
  /// Whoever is neither a boursier nor of the secteur never overtakes anyone.
  case overtakesAsNeither
}

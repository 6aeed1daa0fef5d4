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

extension CallOrderProperty: CustomStringConvertible {
  public var description: String {
    switch self {
    case .everyoneOnce: "not everyone on the final list is called exactly once"
    case .boursierShare: "fewer boursiers called than their share, and boursiers come later"
    case .secteurShare: "fewer of the secteur called than their share, and some come later"
    case .boursierOfSecteurOvertaken: "a boursier of the secteur is overtaken"
    case .overtakenByNonBoursier: "a non-boursier is overtaken by a non-boursier"
    case .calledTooLate: "a non-boursier is called later than 1 + 100·rank / (100 − share of boursiers)"
    case .overtakesAsNeither: "a candidate neither boursier nor of the secteur overtakes someone"
    }
  }
}

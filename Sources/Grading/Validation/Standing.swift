/// How a student stands in a UE before mentions are given.
public enum Standing: UInt8, Hashable, Sendable, CaseIterable {
  /// Validated at the first session: one of the cohort that is ranked.
  case firstSession
  /// Validated after a rattrapage: placed in the ranking of the first session (règlement 2.5.2, 5.5.2).
  case rattrapage
  /// Excused: an evaluation is still to come.
  case v
  /// Exempted.
  case w
  /// Failed: the UE is to be taken again.
  case f
  /// Failed: the rattrapage is to be sat.
  case fx

  /// The mention of those who get one without being placed; nil for those who are placed by their mark.
  public var fixedMention: Mention? {
    switch self {
    case .firstSession, .rattrapage: nil
    case .v: .v
    case .w: .w
    case .f: .f
    case .fx: .fx
    }
  }
}

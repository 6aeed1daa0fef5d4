/// How a student stands in a UE before mentions are given.
public enum Standing: UInt8, Sendable, CaseIterable {
  /// Validated at the first session: one of the cohort that is ranked.
  case firstSession
  /// Validated after a rattrapage: placed in the ranking of the first session (2.5.2, 5.5.2).
  case rattrapage
  case v, w, f, fx

  /// As the files have it.
  public var word: String {
    switch self {
    case .firstSession: ""
    case .rattrapage: "rattrapage"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    }
  }

  /// The mention of those who get one without being placed.
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

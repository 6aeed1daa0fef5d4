/// What a student gets for a UE (règlement 1.3.3).
public enum Mention: UInt8, Sendable, CaseIterable {
  case aPlus, a, b, c
  /// Excused: an evaluation is still to come.
  case v
  /// Exempted.
  case w
  /// Failed; the UE is to be taken again.
  case f
  /// Failed; the rattrapage is to be sat.
  case fx
  /// Credits without a mention: the UE is pass/fail (1.3.1).
  case passed

  /// As the files have it; empty where the UE is pass/fail.
  public var word: StaticString {
    switch self {
    case .aPlus: "A+"
    case .a: "A"
    case .b: "B"
    case .c: "C"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    case .passed: ""
    }
  }
}

extension Mention: CustomStringConvertible {
  public var description: String { "\(word)" }
}

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

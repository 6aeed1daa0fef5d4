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

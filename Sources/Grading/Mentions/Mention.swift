/// What a student gets for a UE (règlement 1.3.3).
public enum Mention: UInt8, Hashable, Sendable, CaseIterable {
  /// A+: the best of those who validated, 10 % where nothing is adapted.
  case aPlus
  /// A: the next, 25 % where nothing is adapted.
  case a
  /// B: the next, 30 % where nothing is adapted.
  case b
  /// C: all others who validated, 35 % where nothing is adapted.
  case c
  /// V, excused: an evaluation is still to come.
  case v
  /// W, exempted.
  case w
  /// F, failed: the UE is to be taken again.
  case f
  /// Fx, failed: the rattrapage is to be sat.
  case fx
  /// Validated without a mention: the UE is pass/fail (1.3.1, « sans mention »).
  case passed

  /// Whether it is one of those that rank the students who validated.
  public var isGraded: Bool { rawValue <= Mention.c.rawValue }

  /// Whether it comes with the UE's credits. A dispensed UE counts as validated (règlement 3.2.1); one that waits (V)
  /// does not yet.
  public var givesCredits: Bool { isGraded || self == .w || self == .passed }

  /// Whether it has a value in a GPA: V, W and pass/fail UEs leave the mean (règlement 5.5.3).
  package var hasValue: Bool { isGraded || self == .f || self == .fx }
}

extension Mention: CustomStringConvertible {
  /// `A+`, `A`, `B`, `C`, `V`, `W`, `F`, `Fx`; `passed` where the UE is pass/fail.
  public var description: String {
    switch self {
    case .aPlus: "A+"
    case .a: "A"
    case .b: "B"
    case .c: "C"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    case .passed: "passed"
    }
  }
}

extension Mention: Codable {
  /// Writes the description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads a description.
  ///
  /// - Throws: `DecodingError` where the text is no mention's.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let mention = Mention.allCases.first(where: { $0.description == text }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no mention \(text)")
    }
    self = mention
  }
}

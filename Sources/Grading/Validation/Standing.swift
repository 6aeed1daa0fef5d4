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

extension Standing: Codable {
  private var codedText: String {
    switch self {
    case .firstSession: "firstSession"
    case .rattrapage: "rattrapage"
    case .v: "V"
    case .w: "W"
    case .f: "F"
    case .fx: "Fx"
    }
  }

  /// Writes `firstSession`, `rattrapage`, `V`, `W`, `F` or `Fx`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(codedText)
  }

  /// Reads one of the texts that ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let standing = Standing.allCases.first(where: { $0.codedText == text }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no standing \(text)")
    }
    self = standing
  }
}

public import ExactValues

/// What a student has for an ECUE in one session: a mark, or the statut that takes its place.
public enum SessionMark: Hashable, Sendable {
  /// A mark from 0 to 20.
  case mark(Mark)
  /// ABI: absent without excuse. Counts 0 (règlement 1.3.3).
  case unexcused
  /// V: absent with an excuse. The evaluation is still to come (règlement 1.3.3).
  case excused
  /// W: exempted from the ECUE (règlement 1.3.3, 3.4).
  case exempted
  /// F: failed without a rattrapage, by decision of the council (règlement 2.5.1).
  case failed

  /// The mark that counts in a mean; nil where none does.
  var counted: Mark? {
    switch self {
    case .mark(let mark): mark
    case .unexcused: 0
    case .excused, .exempted, .failed: nil
    }
  }

  var isInTenThousandths: Bool {
    if case .mark(let mark) = self { mark.tenThousandths != nil } else { true }
  }
}

extension SessionMark: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// A mark. A literal outside 0 to 20 is the caller's bug and traps.
  public init(integerLiteral value: Int64) { self = .mark(Mark(integerLiteral: value)) }

  /// A mark, `"15.75"`. A literal that is no mark is the caller's bug and traps.
  public init(stringLiteral value: String) { self = .mark(Mark(stringLiteral: value)) }
}

extension SessionMark: Codable {
  private static let statuts: [(word: String, mark: SessionMark)] = [
    ("ABI", .unexcused), ("V", .excused), ("W", .exempted), ("F", .failed),
  ]

  /// Writes the mark in text, or `ABI`, `V`, `W` or `F`.
  public func encode(to encoder: any Encoder) throws {
    if case .mark(let mark) = self {
      try mark.encode(to: encoder)
    } else {
      var container = encoder.singleValueContainer()
      try container.encode(Self.statuts.first { $0.mark == self }?.word)
    }
  }

  /// Reads a mark in text, or a statut.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    self =
      if let statut = Self.statuts.first(where: { $0.word == text }) { statut.mark } else {
        .mark(try Mark(from: decoder))
      }
  }
}

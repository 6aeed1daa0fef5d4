extension MentionCuts {
  /// Traps in debug builds where mentions are out of order or positions fall.
  @inline(__always)
  package func checkInvariants() {
    assert(areCuts, "mentions out of order, or positions that fall")
  }

  /// Whether there are two to four graded mentions, the best first, with as many positions, from 0 and never falling.
  private var areCuts: Bool {
    2...4 ~= mentions.count && mentions.count == positions.count && mentions.allSatisfy(\.isGraded)
      && zip(mentions, mentions.dropFirst()).allSatisfy { $0.rawValue < $1.rawValue }
      && zip([0] + positions, positions).allSatisfy(<=)
  }
}

extension MentionCuts: Codable {
  private enum CodingKeys: String, CodingKey {
    case mentions, positions
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where mentions are not two to four that rank, the best first, or positions fall.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    mentions = try container.decode([Mention].self, forKey: .mentions)
    positions = try container.decode([Int].self, forKey: .positions)
    guard areCuts else {
      throw DecodingError.dataCorruptedError(
        forKey: .positions, in: container, debugDescription: "not the cuts of mentions")
    }
  }

  /// Writes the mentions, and the last position of each.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(mentions, forKey: .mentions)
    try container.encode(positions, forKey: .positions)
  }
}

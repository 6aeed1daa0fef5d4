import ExactValues

/// Summaries travel between machines as their marks, exact, and how many have each.
extension CohortSummary: Codable {
  /// More students than there are people: what a summary says is not believed beyond, so that no sum overflows.
  private static let largestCount = 1 << 40

  private enum CodingKeys: String, CodingKey {
    case marks, counts
  }

  /// Writes the exact marks, and how many students have each.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(marks.map(\.description), forKey: .marks)
    try container.encode(counts, forKey: .counts)
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where marks are not from 0 to 20, ascending and different, or counts not above 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let texts = try container.decode([String].self, forKey: .marks)
    let counts = try container.decode([Int].self, forKey: .counts)
    let marks = texts.compactMap { Fraction(parsing: $0) }
    guard marks.count == texts.count, marks.count == counts.count,
      counts.allSatisfy({ 1...Self.largestCount ~= $0 }),
      zip(marks, marks.dropFirst()).allSatisfy(<), marks.last.map({ $0 <= Fraction(20, 1) }) ?? true
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .marks, in: container, debugDescription: "not a summary of a cohort")
    }
    self.init(marks: marks, counts: counts)
  }
}

/// The answer of one candidate to an offer of the platform.
public struct CallAnswer: Hashable, Sendable, Codable {
  /// The candidate's identifier.
  public var candidate: String
  /// One of ``CallStatus/answers``.
  public var status: CallStatus

  /// - Parameters:
  ///   - candidate: the candidate's identifier.
  ///   - status: one of ``CallStatus/answers``.
  public init(_ candidate: String, _ status: CallStatus) {
    self.candidate = candidate
    self.status = status
  }
}

public import ExactValues

/// The two notes of one candidate, exact (règlement 5.2.1).
public struct CandidateScores: Hashable, Sendable, Codable {
  /// The candidate's identifier.
  public let candidate: String
  /// The note générale, 0 to 20.
  public let general: Fraction
  /// The note scientifique, 0 to 20.
  public let scientific: Fraction
}

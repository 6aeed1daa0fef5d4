/// The oral of one convoked candidate.
public struct Oral: Hashable, Sendable, Codable {
  /// The candidate's identifier.
  public var candidate: String
  /// The jury's verdict.
  public var verdict: OralVerdict

  /// - Parameters:
  ///   - candidate: the candidate's identifier.
  ///   - verdict: the jury's verdict.
  public init(_ candidate: String, _ verdict: OralVerdict) {
    self.candidate = candidate
    self.verdict = verdict
  }
}

/// The error of asking about a candidate who is not there.
public struct UnknownCandidate: Error, Hashable, Sendable {
  /// The identifier that nobody has.
  public let candidate: String

  package init(_ candidate: String) { self.candidate = candidate }
}

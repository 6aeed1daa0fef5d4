/// An answer that cannot be true beside what is known already.
public enum CallContradiction: Error, Hashable, Sendable {
  /// A candidate who was never called answers an offer.
  case neverCalled
  /// An answer that cannot follow the one given before: none follows a refusal or a resignation, and no
  /// acceptance becomes an open offer again.
  case cannotFollow(CallStatus)
}

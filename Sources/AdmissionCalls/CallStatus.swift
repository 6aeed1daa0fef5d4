/// Where a candidate of the call order stands.
public enum CallStatus: String, Sendable, CaseIterable, Codable {
  /// Not called yet.
  case waiting
  /// Called, and the offer is not answered.
  case open
  /// The candidate has accepted the place.
  case accepted
  /// The candidate has turned the offer down, or given the place back.
  case refused
  /// The candidate has left the procedure, called or not.
  case resigned

  /// What a candidate can answer: everything but ``waiting``.
  public static let answers: [CallStatus] = [.accepted, .refused, .open, .resigned]
}

extension CallStatus {
  /// The status after an answer.
  ///
  /// The same answer may be given again. An open offer takes any answer; an accepted place may be given back
  /// (refused) or left (resigned); whoever waits can only resign.
  ///
  /// - Parameter answer: not ``waiting``.
  func after(_ answer: CallStatus) throws(CallContradiction) -> CallStatus {
    switch (self, answer) {
    case (_, self), (.open, _), (.accepted, .refused), (_, .resigned): return answer
    case (.waiting, _): throw .neverCalled
    default: throw .cannotFollow(self)
    }
  }
}

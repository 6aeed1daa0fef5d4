/// Where a candidate of the call order stands.
public enum CallStatus: UInt8, Sendable, CaseIterable {
  /// Not called yet.
  case waiting
  /// Called, the offer not answered: `sans_reponse`.
  case open
  /// Has taken the place: `accepte`.
  case accepted
  /// Has turned the offer down, or given back the place: `refuse`.
  case refused
  /// Has left the procedure, called or not: `demission`.
  case resigned

  /// As the `statut` column has it; who waits has no row there.
  public var word: StaticString {
    switch self {
    case .waiting: "attente"
    case .open: "sans_reponse"
    case .accepted: "accepte"
    case .refused: "refuse"
    case .resigned: "demission"
    }
  }

  /// Those a row can have.
  public static let answers: [CallStatus] = [.accepted, .refused, .open, .resigned]
}

extension CallStatus {
  /// The status after an answer.
  ///
  /// The same answer may be told again. An open offer takes any answer; an accepted place may be given back
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

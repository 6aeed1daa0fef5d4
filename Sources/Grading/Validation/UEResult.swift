/// What the evaluations of a UE come to for a student (règlement 1.3.2, 1.3.3).
public enum UEResult: String, Hashable, Sendable, CaseIterable, Codable {
  /// Validated: every ECUE reaches its minimum, and the mean reaches the threshold.
  case validated = "valide"
  /// Not yet validated: some ECUEs are to be resat.
  case rattrapage
  /// Failed for good: the student takes the whole UE again.
  case f = "F"
  /// Waiting: an evaluation that the student missed with an excuse is still to come.
  case waiting = "attente"
  /// Exempted from every ECUE.
  case exempted = "dispense"

  /// How a student with this result stands when mentions are given.
  ///
  /// - Parameter session: 1, or 2 where a mark of the second session counts.
  package func standing(session: Int) -> Standing {
    switch self {
    case .validated: session == 2 ? .rattrapage : .firstSession
    case .rattrapage: .fx
    case .f: .f
    case .waiting: .v
    case .exempted: .w
    }
  }
}

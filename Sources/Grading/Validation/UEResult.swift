/// What the evaluations of a UE come to for a student (règlement 1.3.2, 1.3.3).
public enum UEResult: String, Sendable, CaseIterable {
  /// Every ECUE and the mean reach their thresholds.
  case valide
  /// Not yet: some ECUEs are to be resat.
  case rattrapage
  /// Failed for good; the UE is to be taken again.
  case f = "F"
  /// Excused: an evaluation is still to come.
  case attente
  /// Exempted from all of it.
  case dispense

  /// How the student stands when mentions are given.
  ///
  /// - Parameter session: 1, or 2 where a mark of the second session counts.
  public func standing(session: Int) -> Standing {
    switch self {
    case .valide: session == 2 ? .rattrapage : .firstSession
    case .rattrapage: .fx
    case .f: .f
    case .attente: .v
    case .dispense: .w
    }
  }
}

/// What a solver is at, in the order of its work; a phase may come back.
public enum SolvingPhase: String, Sendable, CaseIterable {
  /// Prices settle what they can.
  case presolve
  /// GLPK, or the search for whole numbers, settles what is left.
  case simplex
  /// Merit settles what the objective leaves open.
  case arbitration
  /// A repair is checked against its certificate.
  case verify
}

/// How well a solution was checked, without the solver.
public enum Certainty: Hashable, Sendable {
  /// Within every bound, and optimal by a dual solution of the same value, all in whole numbers.
  case proven
  /// Within every bound in whole numbers; that it is optimal rests on floating point.
  case exactlyFeasible
  /// Within every bound, and optimal, up to a millionth of the numbers added.
  case withinTolerance
}

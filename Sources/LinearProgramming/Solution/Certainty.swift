/// How well a solution was checked, by code that does not call the solver.
package enum Certainty: Hashable, Sendable {
  /// The solution keeps every bound and a dual solution of the same value proves it optimal, all in whole numbers.
  case proven
  /// The solution keeps every bound in whole numbers. That it is optimal rests on floating point.
  case exactlyFeasible
  /// The solution keeps every bound and is optimal up to a millionth of the numbers added.
  case withinTolerance
}

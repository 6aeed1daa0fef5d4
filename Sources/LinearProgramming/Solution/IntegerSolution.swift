/// The result of solving a model whose integer columns must be whole.
package struct IntegerSolution: Sendable {
  package internal(set) var termination: Termination
  package internal(set) var status: SolutionStatus
  /// Never ``Certainty/proven``; nil where there is no solution.
  package internal(set) var certainty: Certainty?
  package internal(set) var objective: Double?
  /// The solution without rounding, where it could be checked; always where every column is integer.
  package internal(set) var exact: ExactSolution?
  /// No solution's objective is below this; rounded up to a whole number where every objective is whole.
  package internal(set) var bestBound: Double?
}

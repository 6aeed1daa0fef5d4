/// The result of solving a model as if no column were integer.
package struct LinearSolution: Sendable {
  package let termination: Termination
  package let status: SolutionStatus
  /// nil where there is no solution.
  package internal(set) var certainty: Certainty?
  package internal(set) var objective: Double?
  /// The solution without rounding, where it could be found and checked.
  package internal(set) var exact: ExactSolution?
  /// The value of each column; empty where there is no solution.
  package internal(set) var values: [Double] = []
  /// How much the objective grows for each unit that a row's bound is raised; empty unless the status is optimal.
  package internal(set) var rowDuals: [Double] = []
  /// How many steps the simplex method took.
  package let iterations: Int
}

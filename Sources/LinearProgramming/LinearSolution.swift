/// Why a solve ended.
public enum Termination: Hashable, Sendable {
  case completed
  case timeLimit
  case iterationLimit
  case cancelled
}

/// What a solve found.
public enum SolutionStatus: Hashable, Sendable {
  case optimal
  /// A solution, not known to be the best.
  case feasible
  /// There is no solution.
  case infeasible
  /// There is no best solution. With integer columns: not without the demand that they be whole, and with it
  /// there is either none at all or no best.
  case unbounded
  /// Nothing is known.
  case undefined
}

/// How well a solution was checked, without the solver.
public enum Certainty: Hashable, Sendable {
  /// Within every bound, and optimal by a dual solution of the same value, all in whole numbers.
  case proven
  /// Within every bound in whole numbers; that it is optimal rests on floating point.
  case exactlyFeasible
  /// Within every bound, and optimal, up to a millionth of the numbers added.
  case withinTolerance
}

/// A solution as exact fractions of one denominator.
public struct ExactSolution: Hashable, Sendable {
  /// Of each column's value.
  public let numerators: [Int64]
  /// From 1 to 10⁶.
  public let denominator: Int64
  /// Of the objective, over the same denominator.
  public let objectiveNumerator: Int128

  /// The objective where it is whole.
  public var wholeObjective: Int64? {
    let (quotient, remainder) = objectiveNumerator.quotientAndRemainder(dividingBy: Int128(denominator))
    return remainder == 0 ? Int64(exactly: quotient) : nil
  }

  /// Each column's value where all are whole.
  public var wholeValues: [Int64]? { denominator == 1 ? numerators : nil }
}

/// What solving a model without regard to integer columns gave.
public struct LinearSolution: Sendable {
  public let termination: Termination
  public let status: SolutionStatus
  /// nil where there is no solution.
  public internal(set) var certainty: Certainty?
  public internal(set) var objective: Double?
  /// The solution without rounding, where it could be found and checked.
  public internal(set) var exact: ExactSolution?
  /// Of each column; empty where there is no solution.
  public internal(set) var values: [Double] = []
  /// The sum of each row's terms; empty where there is no solution.
  public internal(set) var rowActivities: [Double] = []
  /// What the objective gains for each unit of a row's bound; empty unless optimal.
  public internal(set) var rowDuals: [Double] = []
  /// What the objective gains for each unit of a column's value; empty unless optimal.
  public internal(set) var reducedCosts: [Double] = []
  /// Where the simplex method stood, for a later solve to start at.
  public internal(set) var basis: Basis?
  /// Steps of the simplex method.
  public let iterations: Int
}

/// What solving a model with its integer columns gave.
public struct IntegerSolution: Sendable {
  public internal(set) var termination: Termination
  public internal(set) var status: SolutionStatus
  /// Never ``Certainty/proven``; nil where there is no solution.
  public internal(set) var certainty: Certainty?
  public internal(set) var objective: Double?
  /// The solution without rounding, where it could be checked; always where every column is integer.
  public internal(set) var exact: ExactSolution?
  /// Of each column; empty where there is no solution.
  public internal(set) var values: [Double] = []
  /// What no solution's objective is better than, rounded to a whole number where all objectives are.
  public internal(set) var bestBound: Double?
  /// Steps of the simplex method.
  public let iterations: Int
}

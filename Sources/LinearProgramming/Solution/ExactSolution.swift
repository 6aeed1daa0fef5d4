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

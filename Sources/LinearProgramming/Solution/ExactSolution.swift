/// A solution in exact fractions with a common denominator.
package struct ExactSolution: Hashable, Sendable {
  /// The numerator of each column's value.
  package let numerators: [Int64]
  /// From 1 to 10⁶.
  package let denominator: Int64
  /// The objective's numerator, over the same denominator.
  package let objectiveNumerator: Int128

  /// The objective where it is whole.
  package var wholeObjective: Int64? {
    let (quotient, remainder) = objectiveNumerator.quotientAndRemainder(dividingBy: Int128(denominator))
    return remainder == 0 ? Int64(exactly: quotient) : nil
  }

  /// The value of each column where all are whole.
  package var wholeValues: [Int64]? { denominator == 1 ? numerators : nil }
}

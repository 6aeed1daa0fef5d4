/// Why there is no answer: a model that was refused, or a solver that failed or is not believed.
package struct LinearProgrammingError: Error, Hashable, Sendable {
  /// Where in a model a number stands; rows and columns count from 0.
  package enum Place: Hashable, Sendable {
    case row(Int)
    case column(Int)
    case cost(column: Int)
    case term(row: Int, column: Int)
  }

  package enum Code: Hashable, Sendable {
    /// Beyond ``LinearModel/largestNumber`` in magnitude.
    case numberTooLarge(Place)
    /// A lower bound above the upper one.
    case crossedBounds(Place)
    case unknownColumn(row: Int, column: Int)
    /// Two terms of one row are of the same column.
    case repeatedColumn(row: Int, column: Int)
    /// More than 10⁸ rows or columns, or 5 · 10⁸ terms.
    case modelTooLarge
    /// The starting basis has other rows or columns than the model, or not as many basic ones as rows.
    case basisDoesNotFit
    /// The starting basis is singular, or too nearly so.
    case singularBasis
    /// The solver gave up.
    case solverFailure
    /// The answer of the solver is not one, or the solver could not hold its precision.
    case numericallyDoubtful
  }

  package let code: Code
  /// What the solver said, the last of it; empty where it was not called.
  package let solverText: String

  init(_ code: Code, solverText: String = "") {
    self.code = code
    self.solverText = solverText
  }
}

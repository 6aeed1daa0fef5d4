extension LinearModel {
  /// GLPK's own limits: it ends the process beyond them.
  private static let largestCount = 100_000_000
  private static let largestTermCount = 500_000_000

  /// Refuses what the solver would not survive, or would answer wrongly.
  ///
  /// ``solve(_:)`` and ``solveInteger(_:)`` begin with it.
  ///
  /// - Complexity: O(*r* + *c* + *t*), for *r* rows, *c* columns and *t* terms.
  package func validate() throws(LinearProgrammingError) {
    guard columnCount <= Self.largestCount, rowCount <= Self.largestCount,
      termCount <= Self.largestTermCount
    else { throw LinearProgrammingError(.modelTooLarge) }
    for column in 0..<columnCount {
      if let reason = Self.defect(columnLower[column], columnUpper[column], at: .column(column)) {
        throw LinearProgrammingError(reason)
      }
      guard Self.isSmall(costs[column]) else {
        throw LinearProgrammingError(.numberTooLarge(.cost(column: column)))
      }
    }
    var lastRow = [Int](repeating: -1, count: columnCount)
    for row in 0..<rowCount {
      if let reason = Self.defect(rowLower[row], rowUpper[row], at: .row(row)) {
        throw LinearProgrammingError(reason)
      }
      for term in terms(row) {
        let column = Int(termColumns[term])
        guard column >= 0, column < columnCount else {
          throw LinearProgrammingError(.unknownColumn(row: row, column: column))
        }
        guard lastRow[column] != row else {
          throw LinearProgrammingError(.repeatedColumn(row: row, column: column))
        }
        lastRow[column] = row
        guard Self.isSmall(coefficients[term]) else {
          throw LinearProgrammingError(.numberTooLarge(.term(row: row, column: column)))
        }
      }
    }
  }

  private static func isSmall(_ number: Int64) -> Bool { number.magnitude <= largestNumber.magnitude }

  private static func defect(
    _ lower: Int64, _ upper: Int64, at place: LinearProgrammingError.Place
  ) -> LinearProgrammingError.Code? {
    guard lower == .min || isSmall(lower), upper == .max || isSmall(upper) else {
      return .numberTooLarge(place)
    }
    return lower <= upper ? nil : .crossedBounds(place)
  }

  /// Refuses a starting basis that is not one of this model.
  func validate(_ basis: Basis) throws(LinearProgrammingError) {
    let basic = basis.rows.count { $0 == .basic } + basis.columns.count { $0 == .basic }
    guard basis.rows.count == rowCount, basis.columns.count == columnCount, basic == rowCount else {
      throw LinearProgrammingError(.basisDoesNotFit)
    }
  }
}

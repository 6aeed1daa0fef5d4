/// A linear objective to be minimised over bounded columns, and rows that bound sums of columns.
///
/// All data are whole numbers of magnitude at most 2⁵³, which the solver's floating point holds exactly. So its
/// answers can be checked in whole numbers.
package struct LinearModel: Sendable {
  /// The largest magnitude of a bound, cost or coefficient.
  package static let largestNumber: Int64 = 1 << 53

  // Flat, as the solver takes it; an absent bound is Int64.min or Int64.max.
  var costs: [Int64] = []
  var columnLower: [Int64] = []
  var columnUpper: [Int64] = []
  var isInteger: [UInt8] = []
  var rowLower: [Int64] = []
  var rowUpper: [Int64] = []
  /// Where each row's terms start, and the last one's end.
  var rowStarts: [Int64] = [0]
  var termColumns: [Int32] = []
  var coefficients: [Int64] = []

  package init() {}

  package var columnCount: Int { costs.count }
  package var rowCount: Int { rowLower.count }
  package var termCount: Int { termColumns.count }

  /// Adds a column.
  ///
  /// - Parameters:
  ///   - cost: what each unit adds to the objective.
  ///   - isInteger: whether ``solveInteger(_:)`` admits only whole values.
  /// - Returns: its position, from 0.
  @discardableResult
  package mutating func addColumn(cost: Int64, bounds: LinearBounds, isInteger: Bool = false) -> Int {
    costs.append(cost)
    columnLower.append(bounds.lower)
    columnUpper.append(bounds.upper)
    self.isInteger.append(isInteger ? 1 : 0)
    return costs.count - 1
  }

  /// Replaces what each unit of a column adds to the objective.
  package mutating func setCost(_ cost: Int64, column: Int) { costs[column] = cost }

  /// Adds a row without terms; ``addTerm(_:column:)`` then gives it some.
  ///
  /// - Returns: its position, from 0.
  @discardableResult
  package mutating func addRow(bounds: LinearBounds) -> Int {
    rowLower.append(bounds.lower)
    rowUpper.append(bounds.upper)
    rowStarts.append(Int64(termColumns.count))
    return rowLower.count - 1
  }

  /// Adds a row.
  ///
  /// - Parameter terms: each column at most once; columns may be added later than the row.
  /// - Returns: its position, from 0.
  @discardableResult
  package mutating func addRow(
    bounds: LinearBounds, _ terms: [(column: Int, coefficient: Int64)]
  ) -> Int {
    let row = addRow(bounds: bounds)
    for term in terms { addTerm(term.coefficient, column: term.column) }
    return row
  }

  /// Adds a term to the last row, which must exist.
  package mutating func addTerm(_ coefficient: Int64, column: Int) {
    precondition(!rowLower.isEmpty, "a term needs a row")
    // A position that does not fit is no column's either way.
    termColumns.append(Int32(clamping: column))
    coefficients.append(coefficient)
    rowStarts[rowStarts.count - 1] += 1
  }

  /// The positions of a row's terms.
  func terms(_ row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }
}

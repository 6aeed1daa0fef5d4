/// A starting point of the simplex method: which rows and columns are free to move, and at which bound the others
/// stay.
package struct Basis: Hashable, Sendable {
  /// Where a row's sum or a column's value stands. In the order of the shim's own constants.
  package enum Status: UInt8, Hashable, Sendable {
    /// Free to move between its bounds.
    case basic
    /// At its lower bound.
    case atLower
    /// At its upper bound.
    case atUpper
    /// At 0, without bounds.
    case free
    /// At its only value: both bounds are equal.
    case fixed
  }

  package var rows: [Status]
  package var columns: [Status]

  /// - Parameters:
  ///   - rows: one status for each row.
  ///   - columns: one status for each column; as many are basic, rows and columns together, as there are rows.
  package init(rows: [Status], columns: [Status]) {
    self.rows = rows
    self.columns = columns
  }
}

import Allocations
import DelimitedText
import ExactValues

/// The columns `motif` and `avant` of an allocation's table: how a student came by a place that the optimum did
/// not give, and the place before the exchanges.
enum PlaceMarkColumns {
  static let optional = [
    ColumnSpecification(Column.reason, .text, isRequired: false),
    ColumnSpecification(Column.origin, .text, isRequired: false),
  ]

  /// The columns that the rows need; a table without such places has none.
  static func needed(_ marks: PlaceMarks) -> [String] {
    (marks.isEmpty ? [] : [Column.reason]) + (marks.before.isEmpty ? [] : [Column.origin])
  }
}

public import Allocations
import DelimitedText
import ExactValues

extension PlaceMarks.Mark {
  /// The word in the column `motif`.
  public var word: String {
    switch self {
    case .exchange: "echange"
    case .complement: "complement"
    }
  }
}

/// The columns `motif` and `avant` of an allocation's table: how a student came by a place that the optimum did
/// not give, and the place before the exchanges.
enum PlaceMarkColumns {
  static let mark = "motif"
  static let origin = "avant"

  static let optional = [
    ColumnSpecification(mark, .text, isRequired: false),
    ColumnSpecification(origin, .text, isRequired: false),
  ]

  /// The columns that the rows need; a table without such places has none.
  static func needed(_ marks: PlaceMarks) -> [String] {
    (marks.isEmpty ? [] : [mark]) + (marks.before.isEmpty ? [] : [origin])
  }
}

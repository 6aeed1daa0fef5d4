import Admission
import DelimitedText
import ExactValues

/// Writes the cells of a note: rounded, and exact.
struct NoteText: Sendable {
  private let numerators: [Int64]
  private let formatter: FractionFormatter
  /// For each position of a column without a common denominator.
  private let texts: [(decimal: String, exact: String)]

  init(_ column: NoteColumn) {
    numerators = column.numerators
    switch column.scale {
    case .common(let multiple):
      formatter = FractionFormatter(denominator: multiple * FixedDecimal.unitsPerOne)
      texts = []
    case .positions(let values):
      formatter = FractionFormatter(denominator: 1)
      texts = values.map { ($0.decimalText(), $0.description) }
    }
  }

  @inline(__always)
  func writeDecimal(_ row: Int, to text: inout TableText) {
    if texts.isEmpty {
      text.decimal(numerators[row], over: formatter)
    } else {
      text.decimal(texts[Int(numerators[row])].decimal)
    }
  }

  @inline(__always)
  func writeExact(_ row: Int, to text: inout TableText) {
    if texts.isEmpty {
      text.exact(numerators[row], over: formatter)
    } else {
      text.text(texts[Int(numerators[row])].exact)
    }
  }
}

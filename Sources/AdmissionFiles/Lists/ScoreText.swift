import Admission
import DelimitedText
import ExactValues

/// Writes the cells of a score: rounded, and exact.
struct ScoreText: Sendable {
  private let formatter: FractionFormatter
  /// For each position of a column without a common denominator.
  private let texts: [(decimal: String, exact: String)]

  init(_ scale: ScoreColumn.Scale) {
    switch scale {
    case .common(let denominator):
      formatter = FractionFormatter(denominator: denominator * OptionalMark.unitsPerOne)
      texts = []
    case .positions(let values):
      formatter = FractionFormatter(denominator: 1)
      texts = values.map { ($0.decimalText(), $0.description) }
    }
  }

  /// - Parameter numerator: of a column of this scale.
  @inline(__always)
  func writeDecimal(_ numerator: Int64, to text: inout TableText) {
    if texts.isEmpty {
      text.decimal(numerator, over: formatter)
    } else {
      text.decimal(texts[Int(numerator)].decimal)
    }
  }

  @inline(__always)
  func writeExact(_ numerator: Int64, to text: inout TableText) {
    if texts.isEmpty {
      text.exact(numerator, over: formatter)
    } else {
      text.text(texts[Int(numerator)].exact)
    }
  }
}

import Palmares
import Wording

/// A matrix of barres for reading, in panels that fit a page where there are many barres scientifiques.
struct BarreMatrixText: CustomStringConvertible {
  private let matrix: BarreMatrix

  /// The most barres scientifiques side by side.
  private static let panel = 12

  init(_ matrix: BarreMatrix) { self.matrix = matrix }

  var description: String {
    guard !matrix.generalBarres.isEmpty else { return Message.nobodyAdmissible.text + "\n" }
    let columns = matrix.scientificBarres.indices
    let panels = stride(from: 0, to: columns.count, by: Self.panel).map { start in
      panel(columns[start..<min(columns.count, start + Self.panel)])
    }
    return (panels + [Message.matrixLegend.text]).joined(separator: "\n\n") + "\n"
  }

  private func panel(_ columns: Range<Int>) -> String {
    let head = [""] + columns.map { Message.decimal(matrix.scientificBarres[$0]).text }
    let rows = matrix.generalBarres.indices.map { row in
      [Message.decimal(matrix.generalBarres[row]).text]
        + columns.map { Message.count(matrix.admissible[row][$0]).text }
    }
    return aligned([head] + rows).joined(separator: "\n")
  }
}

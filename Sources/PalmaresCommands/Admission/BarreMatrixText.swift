import Palmares
import Wording

/// A matrix of barres for reading, in panels that fit a page where there are many barres scientifiques.
struct BarreMatrixText: CustomStringConvertible {
  private let matrix: BarreMatrix

  /// The most barres scientifiques side by side.
  private static let panel = 12

  init(_ matrix: BarreMatrix) { self.matrix = matrix }

  var description: String {
    guard !matrix.generalBarres.isEmpty else { return "nobody is admissible at any barre of the grid\n" }
    let columns = matrix.scientificBarres.indices
    let panels = stride(from: 0, to: columns.count, by: Self.panel).map { start in
      panel(columns[start..<min(columns.count, start + Self.panel)])
    }
    let legend =
      "Rows: barre générale. Columns: barre scientifique. Left out: a barre where the next one shown leaves "
      + "as many, and those that leave nobody."
    return (panels + [legend]).joined(separator: "\n\n") + "\n"
  }

  private func panel(_ columns: Range<Int>) -> String {
    let head = [""] + columns.map { matrix.scientificBarres[$0].description }
    let rows = matrix.generalBarres.indices.map { row in
      [matrix.generalBarres[row].description] + columns.map { String(matrix.admissible[row][$0]) }
    }
    return aligned([head] + rows).joined(separator: "\n")
  }
}

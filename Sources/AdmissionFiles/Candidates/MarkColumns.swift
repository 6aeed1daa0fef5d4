import Admission
import DelimitedText
import ExactValues

/// What can be wrong with exact marks, beyond their cells.
enum ExactMarkDefect: DefectReason, Equatable {
  case contradictsRounded
}

/// The columns that hold a scheme's evaluations: one of marks each, or an exact one, whose rounded marks may
/// stand beside it.
struct MarkColumns {
  private let scheme: AdmissionScheme
  private let header: DelimitedHeader
  /// For each evaluation, whether its exact column is there.
  private let areExact: [Bool]

  init(_ scheme: AdmissionScheme, _ header: DelimitedHeader) {
    self.scheme = scheme
    self.header = header
    let evaluations = Set(scheme.evaluations.map { foldedName($0.name) })
    areExact = scheme.evaluations.map { evaluation in
      let exact = AdmissionColumn.exact(evaluation.name)
      return header.has(exact) && !evaluations.contains(foldedName(exact))
    }
  }

  var specifications: [ColumnSpecification] {
    let words = MarkWords(adding: scheme.missingWords)
    return zip(scheme.evaluations, areExact).flatMap { evaluation, isExact in
      isExact
        ? [
          ColumnSpecification(AdmissionColumn.exact(evaluation.name), .exactMark, words: words),
          ColumnSpecification(evaluation.name, .mark, isRequired: false, words: words),
        ] : [ColumnSpecification(evaluation.name, .mark, words: words)]
    }
  }

  /// The marks by evaluation; adds to the table's defects.
  func read(_ table: inout DelimitedTable) -> [MarkCells] {
    // A cell with a defect holds a value that contradicts nothing.
    let isClean = table.defects.isEmpty
    return zip(scheme.evaluations, areExact).map { evaluation, isExact in
      isExact ? readExact(evaluation.name, &table, isClean: isClean) : table.marks(evaluation.name)
    }
  }

  private func readExact(_ name: String, _ table: inout DelimitedTable, isClean: Bool) -> MarkCells {
    let exactName = AdmissionColumn.exact(name)
    let exact = table.marks(exactName)
    guard isClean, table.has(name) else { return exact }
    let rounded = table.marks(name)
    let found = (0..<exact.count).filter { row in
      guard let mark = exact[row], let beside = rounded.mark(row) else {
        return (exact[row] == nil) != (rounded.mark(row) == nil)
      }
      return !mark.isPrinted(as: beside.decimal)
    }
    if !found.isEmpty {
      table.defects = table.defects(
        adding: found.map {
          RowDefect(row: $0, column: exactName, reason: ExactMarkDefect.contradictsRounded)
        }, identifiers: AdmissionColumn.candidate)
    }
    return exact
  }
}

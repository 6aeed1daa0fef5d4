import Admission
import DelimitedText
import ExactValues

/// What can be wrong with exact marks, beyond their cells.
enum ExactMarkDefect: DefectReason, Equatable {
  case contradictsRounded
  case tooFine
  case tooFineForScheme

  var description: String {
    switch self {
    case .contradictsRounded: "the mark beside it is not this one rounded to 6 decimals"
    case .tooFine:
      "a denominator that has no common scale with those above, up to 1/\(10_000 * Int(Candidates.largestMultiple))"
    case .tooFineForScheme: "the exact marks and the scheme's coefficients together take too many digits"
    }
  }
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
      let exact = CandidatesFile.exactColumn(evaluation.name)
      return header.has(exact) && !evaluations.contains(foldedName(exact))
    }
  }

  var specifications: [ColumnSpecification] {
    zip(scheme.evaluations, areExact).flatMap { evaluation, isExact in
      isExact
        ? [
          ColumnSpecification(CandidatesFile.exactColumn(evaluation.name), .exactMark),
          ColumnSpecification(evaluation.name, .roundedMark, isRequired: false),
        ] : [ColumnSpecification(evaluation.name, .mark)]
    }
  }

  /// The marks by evaluation, and by how much finer than ten-thousandths they are; adds to the table's defects.
  ///
  /// - Throws: ``InputDefects`` where the marks are too fine for the scheme.
  func read(_ table: inout DelimitedTable) throws(InputDefects) -> ([[OptionalMark]], [Int32]) {
    var marks: [[OptionalMark]] = []
    var multiples: [Int32] = []
    // A cell with a defect holds a value that contradicts nothing.
    let isClean = table.defects.isEmpty
    for (evaluation, isExact) in zip(scheme.evaluations, areExact) {
      let (column, multiple) =
        isExact ? readExact(evaluation.name, &table, isClean: isClean) : (table.marks(evaluation.name), 1)
      marks.append(column)
      multiples.append(multiple)
    }
    if !scheme.canWeigh(markMultiples: multiples) {
      let column = zip(scheme.evaluations, areExact).first { $0.1 }.map { $0.0.name } ?? ""
      throw InputDefects(
        file: table.file,
        InputDefect(
          line: 1, column: CandidatesFile.exactColumn(column), reason: ExactMarkDefect.tooFineForScheme))
    }
    return (marks, multiples)
  }

  private func readExact(_ name: String, _ table: inout DelimitedTable, isClean: Bool) -> (
    [OptionalMark], Int32
  ) {
    let exactName = CandidatesFile.exactColumn(name)
    let exact = table.exactMarks(exactName)
    var found: [RowDefect] = []
    if isClean, table.has(name) {
      let rounded = table.roundedMarks(name)
      for row in exact.indices where !rounded[row].isRounding(of: exact[row]) {
        found.append(RowDefect(row: row, column: exactName, reason: ExactMarkDefect.contradictsRounded))
      }
    }
    var multiple: Int32 = 1
    for (row, mark) in exact.enumerated() where multiple % mark.fineness != 0 {
      if let common = leastCommonMultiple(multiple, mark.fineness), common <= Candidates.largestMultiple {
        multiple = common
      } else {
        found.append(RowDefect(row: row, column: exactName, reason: ExactMarkDefect.tooFine))
      }
    }
    guard found.isEmpty else {
      table.defects = table.defects(adding: found, identifiers: "candidat")
      return (exact.map { OptionalMark(uncheckedUnits: $0.denominator == 0 ? -1 : 0) }, 1)
    }
    return (exact.map { $0.units(multiple: multiple) }, multiple)
  }
}

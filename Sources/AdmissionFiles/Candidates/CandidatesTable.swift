public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// A candidates file, as `Candidates` reads it.
///
/// An evaluation that is a mean has two columns: the mean with at most six decimals, and in `*_exacte` the
/// reduced fraction, which is what is read again.
public struct CandidatesTable: Sendable, WritableTable {
  private let candidates: CandidateColumns
  private let doublettes: [String]
  private let evaluations: [(name: String, isMean: Bool)]
  private let cells: [MarkCellText]

  /// - Parameter candidates: with their marks.
  public init(_ candidates: Candidates) {
    self.init(
      candidates.columns, doublettes: candidates.scheme.doublettes,
      evaluations: zip(candidates.scheme.evaluations, candidates.marks).map {
        ($0.name, !$1.isInTenThousandths)
      })
  }

  /// - Parameters:
  ///   - candidates: their doublettes are positions in `doublettes`.
  ///   - evaluations: as many as the candidates have; one whose marks are no decimals is a mean.
  package init(
    _ candidates: CandidateColumns, doublettes: [String], evaluations: [(name: String, isMean: Bool)]
  ) {
    precondition(evaluations.count == candidates.marks.count, "marks of other evaluations")
    cells = zip(candidates.marks, evaluations).map { MarkCellText($0, isMean: $1.isMean) }
    self.candidates = candidates
    self.doublettes = doublettes
    self.evaluations = evaluations
  }

  private var columns: [String] {
    var columns = [
      AdmissionColumn.candidate, AdmissionColumn.birthDate, AdmissionColumn.boursier, AdmissionColumn.genre,
      AdmissionColumn.doublette,
    ]
    if candidates.secteurs != nil { columns.append(AdmissionColumn.secteur) }
    for (name, isMean) in evaluations {
      columns += isMean ? [name, AdmissionColumn.exact(name)] : [name]
    }
    return columns
  }

  /// Writes the file.
  ///
  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try writeTable(format, columns: columns, rows: candidates.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        text.identifier(row, of: candidates.identifiers)
        text.date(candidates.birthDates[row])
        text.boolean(candidates.boursiers[row])
        text.word(candidates.genres[row].csvWord)
        text.text(doublettes[Int(candidates.doublettes[row])])
        if let secteurs = candidates.secteurs { text.boolean(secteurs[row]) }
        for column in cells { column.write(row, to: &text) }
        text.endRow()
      }
    }
  }
}

/// Writes the cells of an evaluation: the mark with all its decimals, or of a mean at most six, and beside it the
/// fraction.
private struct MarkCellText: Sendable {
  private let marks: MarkCells
  private let isMean: Bool
  private let formatter: FractionFormatter

  init(_ marks: MarkCells, isMean: Bool) {
    self.marks = marks
    self.isMean = isMean
    formatter = FractionFormatter(denominator: OptionalMark.unitsPerOne * Int64(marks.denominator))
  }

  func write(_ row: Int, to text: inout TableText) {
    let units = marks.cells[row].units
    if units >= 0, isMean || marks.denominator == 1 {
      text.decimal(Int64(units), over: formatter)
      if isMean { text.exact(Int64(units), over: formatter) }
    } else {
      let mark = marks[row]
      text.decimal(
        (isMean ? mark?.decimalText() : mark?.decimalText(digits: FixedDecimal.mostDecimals)) ?? "")
      if isMean { text.text(mark?.description ?? "") }
    }
  }
}

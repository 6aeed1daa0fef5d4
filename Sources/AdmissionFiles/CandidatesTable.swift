public import Admission
public import DelimitedText
import ExactValues
public import Workers

/// The table of candidates' files, as ``CandidatesFile`` reads it.
///
/// An evaluation that is a mean has two columns: the mean with at most six decimals, and in `*_exacte` the
/// reduced fraction, which is what is read again.
public struct CandidatesTable: Sendable {
  private let candidates: Candidates
  private let doublettes: [String]
  private let evaluations: [(name: String, isMean: Bool)]

  public init(_ candidates: Candidates, scheme: AdmissionScheme) {
    self.init(
      candidates, doublettes: scheme.doublettes,
      evaluations: zip(scheme.evaluations, candidates.markMultiples).map { ($0.name, $1 > 1) })
  }

  /// - Parameters:
  ///   - candidates: their doublettes are positions in `doublettes`.
  ///   - evaluations: as many as the candidates have; one whose marks are finer than ten-thousandths is a mean.
  public init(
    _ candidates: Candidates, doublettes: [String], evaluations: [(name: String, isMean: Bool)]
  ) {
    precondition(evaluations.count == candidates.marks.count, "marks of other evaluations")
    precondition(zip(evaluations, candidates.markMultiples).allSatisfy { $0.isMean || $1 == 1 })
    self.candidates = candidates
    self.doublettes = doublettes
    self.evaluations = evaluations
  }

  private var columns: [String] {
    var columns = ["candidat", "naissance", "boursier", "genre", "doublette"]
    if candidates.secteurs != nil { columns.append("secteur") }
    for (name, isMean) in evaluations {
      columns += isMean ? [name, CandidatesFile.exactColumn(name)] : [name]
    }
    return columns
  }

  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let formatters = candidates.markMultiples.map {
      FractionFormatter(denominator: FixedDecimal.unitsPerOne * Int64($0))
    }
    try writeTable(format, columns: columns, rows: candidates.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        text.identifier(row, of: candidates.identifiers)
        text.date(candidates.birthDates[row])
        text.boolean(candidates.boursiers[row])
        text.word(candidates.genres[row].letter)
        text.text(doublettes[Int(candidates.doublettes[row])])
        if let secteurs = candidates.secteurs { text.boolean(secteurs[row]) }
        for (index, column) in candidates.marks.enumerated() {
          let units = Int64(column[row].units)
          if units < 0 { text.empty() } else { text.decimal(units, over: formatters[index]) }
          guard evaluations[index].isMean else { continue }
          if units < 0 { text.empty() } else { text.exact(units, over: formatters[index]) }
        }
        text.endRow()
      }
    }
  }
}

public import Admission
public import DelimitedText
import ExactValues
public import Workers

/// The table of candidates' files, as ``CandidatesFile`` reads it.
public struct CandidatesTable: Sendable {
  private let candidates: Candidates
  private let scheme: AdmissionScheme

  public init(_ candidates: Candidates, scheme: AdmissionScheme) {
    self.candidates = candidates
    self.scheme = scheme
  }

  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = ["candidat", "naissance", "boursier", "genre", "doublette"]
    if candidates.secteurs != nil { columns.append("secteur") }
    columns += scheme.evaluations.map(\.name)
    let doublettes = scheme.doublettes
    let formatter = FractionFormatter(denominator: FixedDecimal.unitsPerOne)
    try writeTable(format, columns: columns, rows: candidates.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        text.identifier(row, of: candidates.identifiers)
        text.date(candidates.birthDates[row])
        text.boolean(candidates.boursiers[row])
        text.word(candidates.genres[row].letter)
        text.text(doublettes[Int(candidates.doublettes[row])])
        if let secteurs = candidates.secteurs { text.boolean(secteurs[row]) }
        for column in candidates.marks {
          if let mark = column[row].mark {
            text.decimal(Int64(mark.units), over: formatter)
          } else {
            text.empty()
          }
        }
        text.endRow()
      }
    }
  }
}

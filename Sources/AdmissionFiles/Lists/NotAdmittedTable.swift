public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the convoked candidates whom the oral did not admit; `motif` is the verdict.
public struct NotAdmittedTable: Sendable, WritableTable {
  private let final: FinalList

  /// - Parameter final: the list that they are not on.
  public init(_ final: FinalList) { self.final = final }

  /// Writes the candidates. No note below the barre d'admission is printed as one that reaches it.
  ///
  /// - Complexity: O(*n*), *n* candidates who are not admitted.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      AdmissionColumn.admissibilityRank, AdmissionColumn.candidate, AdmissionColumn.generalScore,
      AdmissionColumn.reason, AdmissionColumn.exactGeneralScore,
    ]
    let barre = final.phase.admissionBarre.decimal.fraction
    let rejected = final.notAdmitted
    try writeTable(format, columns: columns, rows: rejected.count, workers: workers, to: sink) { text, rows in
      for entry in rejected[rows] {
        text.integer(entry.admissibilityRank)
        text.text(entry.candidate)
        text.decimal(entry.generalScore.decimalText(under: barre))
        text.word(entry.verdict.csvWord)
        text.text(entry.generalScore.description)
        text.endRow()
      }
    }
  }
}

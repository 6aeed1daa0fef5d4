public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of a final list: the columns of the admissibility list between the new ranks and the decision.
public struct FinalListTable: Sendable, WritableTable {
  private let final: FinalList
  private let list: AdmissibilityFile

  /// - Parameters:
  ///   - final: the list to write.
  ///   - list: the admissibility list that it comes from.
  /// - Precondition: `final` comes from `list`.
  public init(_ final: FinalList, from list: AdmissibilityFile) {
    precondition(final.phase.identifiers == list.identifiers, "the final list of another admissibility list")
    self.final = final
    self.list = list
  }

  /// Writes the final list. No note below the barre d'admission is printed as one that reaches it.
  ///
  /// - Complexity: O(*n*), *n* candidates on the admissibility list.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let kept = list.columns.filter { $0 != AdmissionColumn.rank && $0 != AdmissionColumn.decidedBy }
    let barre = final.phase.admissionBarre.decimal.fraction
    let columns = kept.map { list.column($0, under: barre) }
    let names =
      [AdmissionColumn.rank, AdmissionColumn.admissibilityRank] + kept + [AdmissionColumn.decision]
    try writeTable(format, columns: names, rows: final.count, workers: workers, to: sink) { text, rows in
      for place in rows {
        let position = final.positions[place]
        text.integer(place + 1)
        text.integer(list.ranks[position])
        for column in columns { column.write(position, to: &text) }
        text.word(final.decisions[place].csvWord)
        text.endRow()
      }
    }
  }
}

public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the barres that leave a number of admissible candidates: for each barre scientifique the highest barre
/// générale.
public struct HighestBarresTable: Sendable, WritableTable {
  private let rows: [BarreGrid.Highest]

  /// - Parameter rows: those of `BarreGrid.highest(leaving:)` or `BarreGrid.highestWithoutRepeats(leaving:)`.
  public init(_ rows: [BarreGrid.Highest]) { self.rows = rows }

  /// Writes the barres.
  ///
  /// - Complexity: O(*k*), *k* barres.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      AdmissionColumn.generalBarre, AdmissionColumn.scientificBarre, AdmissionColumn.admissible,
      "derniere_note", "derniere_note_exacte",
    ]
    try writeTable(format, columns: columns, rows: rows.count, workers: workers, to: sink) { text, range in
      for row in rows[range] {
        text.write(row.pair)
        text.decimal(row.lastScore.decimalText())
        text.text(row.lastScore.description)
        text.endRow()
      }
    }
  }
}

public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of a matrix: a row for each barre générale, a column for each barre scientifique.
public struct BarreMatrixTable: Sendable, WritableTable {
  private let matrix: BarreMatrix

  /// - Parameter matrix: the matrix to write.
  public init(_ matrix: BarreMatrix) { self.matrix = matrix }

  /// Writes the matrix.
  ///
  /// - Complexity: O(*k*²), *k* barres.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      [AdmissionColumn.generalBarre]
      + matrix.scientificBarres.map { "\(AdmissionColumn.scientificBarre)_\($0)" }
    try writeTable(
      format, columns: columns, rows: matrix.generalBarres.count, workers: workers, to: sink
    ) { text, rows in
      for row in rows {
        text.decimal(matrix.generalBarres[row].description)
        for count in matrix.admissible[row] { text.integer(count) }
        text.endRow()
      }
    }
  }
}

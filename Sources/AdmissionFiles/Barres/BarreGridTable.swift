public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of a grid: how many candidates are admissible at every pair of barres.
public struct BarreGridTable: Sendable, WritableTable {
  private let grid: BarreGrid

  /// - Parameter grid: the grid to write.
  public init(_ grid: BarreGrid) { self.grid = grid }

  /// Writes the grid.
  ///
  /// - Complexity: O(*k*²), *k* barres.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let count = grid.barres.count
    let columns = [AdmissionColumn.generalBarre, AdmissionColumn.scientificBarre, AdmissionColumn.admissible]
    try writeTable(format, columns: columns, rows: count * count, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.write(grid.pair(general: row / count, scientific: row % count))
        text.endRow()
      }
    }
  }
}

private let markFormatter = FractionFormatter(denominator: OptionalMark.unitsPerOne)

extension TableText {
  mutating func write(_ pair: BarreGrid.Pair) {
    write(pair.general)
    write(pair.scientific)
    integer(pair.admissible)
  }

  /// A barre, with all its decimals.
  private mutating func write(_ barre: Mark) {
    if let units = barre.tenThousandths {
      decimal(Int64(units), over: markFormatter)
    } else {
      decimal(barre.description)
    }
  }
}

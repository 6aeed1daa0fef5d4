public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The tables of a session's barres.
public struct BarreTables: Sendable {
  private let format: TableFormat
  private let workers: Workers

  public init(_ format: TableFormat, workers: Workers = Workers()) {
    self.format = format
    self.workers = workers
  }

  /// How many are admissible at every pair of barres of the grid.
  public func writeGrid(_ grid: BarreGrid, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let bars = grid.bars
    let columns = ["barre_generale", "barre_scientifique", "admissibles"]
    let pairs = bars.count * bars.count
    try writeTable(format, columns: columns, rows: pairs, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.write(grid.pair(general: row / bars.count, scientific: row % bars.count))
        text.endRow()
      }
    }
  }

  /// The matrix: a row for each barre générale, a column for each barre scientifique.
  public func writeMatrix(_ matrix: BarreMatrix, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = ["barre_generale"] + matrix.scientificBarres.map { "barre_scientifique_\($0)" }
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

  /// For each barre scientifique the highest barre générale that leaves the target.
  public func writeHighest(
    _ rows: [BarreGrid.Highest], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var text = TableText(
      format,
      columns: [
        "barre_generale", "barre_scientifique", "admissibles", "derniere_note", "derniere_note_exacte",
      ])
    text.writeHead()
    for row in rows {
      text.write(row.pair)
      text.decimal(row.lastNote.decimalText())
      text.text(row.lastNote.description)
      text.endRow()
    }
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }

  /// The statistical distribution of both notes, a row each: count, mean, standard deviation, quantiles,
  /// and how many notes lie in each class of the histogram.
  public func writeStatistics(
    _ statistics: [(note: String, statistics: ScoreStatistics)],
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let classes = Int(Mark.maximumUnits / ScoreStatistics.classWidth.units)
    let columns =
      ["note", "effectif", "moyenne", "moyenne_exacte", "ecart_type"]
      + ScoreStatistics.percents.map { "q\($0)" }
      + (0..<classes).map { "classe_\(classStart($0))" }
    var text = TableText(format, columns: columns)
    text.writeHead()
    for (note, statistics) in statistics {
      text.text(note)
      text.integer(statistics.count)
      if let mean = statistics.mean, let deviation = statistics.standardDeviation {
        text.decimal(mean.decimalText())
        text.text(statistics.isMeanExact ? mean.description : "")
        text.decimal(Fraction(Int128((deviation * 1e9).rounded()), 1_000_000_000).decimalText())
        for quantile in statistics.quantiles { text.decimal(quantile.note.decimalText()) }
      } else {
        for _ in 0..<3 + ScoreStatistics.percents.count { text.empty() }
      }
      for count in statistics.histogram { text.integer(count) }
      text.endRow()
    }
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }

  private func classStart(_ index: Int) -> String {
    FixedDecimal(units: Int128(index) * Int128(ScoreStatistics.classWidth.units)).description
  }
}

private let markFormatter = FractionFormatter(denominator: OptionalMark.unitsPerOne)

extension TableText {
  fileprivate mutating func write(_ pair: BarreGrid.Pair) {
    write(pair.general)
    write(pair.scientific)
    integer(pair.admissible)
  }

  /// A barre, with all its decimals.
  private mutating func write(_ bar: Mark) {
    if let units = bar.tenThousandths {
      decimal(Int64(units), over: markFormatter)
    } else {
      decimal(bar.description)
    }
  }
}

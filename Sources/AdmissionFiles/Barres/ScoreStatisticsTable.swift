public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the statistical distribution of both notes, a row each: count, mean, standard deviation, quantiles, and
/// how many notes lie in each class of the histogram.
public struct ScoreStatisticsTable: Sendable, WritableTable {
  private let rows: [(score: String, statistics: ScoreStatistics)]

  /// - Parameters:
  ///   - general: of the notes générales.
  ///   - scientific: of the notes scientifiques.
  public init(general: ScoreStatistics, scientific: ScoreStatistics) {
    rows = [(AdmissionColumn.generalScore, general), (AdmissionColumn.scientificScore, scientific)]
  }

  /// Writes the statistics.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let classes = Int(Mark.maximumUnits / ScoreStatistics.classWidth.units)
    let columns =
      ["note", "effectif", "moyenne", "moyenne_exacte", "ecart_type"]
      + ScoreStatistics.percents.map { "q\($0)" }
      + (0..<classes).map { "classe_\(classStart($0))" }
    try writeTable(format, columns: columns, rows: rows.count, workers: workers, to: sink) { text, range in
      for (score, statistics) in rows[range] {
        text.text(score)
        text.integer(statistics.count)
        if let mean = statistics.mean, let deviation = statistics.standardDeviation {
          text.decimal(mean.decimalText())
          text.text(statistics.isMeanExact ? mean.description : "")
          text.decimal(Fraction(Int128((deviation * 1e9).rounded()), 1_000_000_000).decimalText())
          for quantile in statistics.quantiles { text.decimal(quantile.score.decimalText()) }
        } else {
          for _ in 0..<3 + ScoreStatistics.percents.count { text.empty() }
        }
        for count in statistics.histogram { text.integer(count) }
        text.endRow()
      }
    }
  }

  private func classStart(_ index: Int) -> String {
    FixedDecimal(units: Int128(index) * Int128(ScoreStatistics.classWidth.units)).description
  }
}

public import AdmissionCalls
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of a simulation: for each day and measure the quantiles and the mean of all seasons.
public struct SeasonSimulationTable: Sendable, WritableTable {
  private let simulation: SeasonSimulation

  /// The quantiles that are written.
  public static let percents = [0, 5, 25, 50, 75, 95, 100]

  /// - Parameter simulation: the simulation to write.
  public init(_ simulation: SeasonSimulation) { self.simulation = simulation }

  /// Writes the quantiles and the means.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      ["jour", "mesure"] + Self.percents.map { "q\($0)" } + ["moyenne", "moyenne_exacte"]
    let measures = SeasonMeasure.allCases
    try writeTable(
      format, columns: columns, rows: simulation.days * measures.count, workers: workers, to: sink
    ) {
      text, rows in
      for row in rows {
        let (day, measure) = (row / measures.count + 1, measures[row % measures.count])
        text.integer(day)
        text.word(measure.csvWord)
        for percent in Self.percents {
          if let quantile = simulation.quantile(percent, of: measure, day: day) { text.integer(quantile) }
        }
        if let sum = simulation.sum(of: measure, day: day) {
          let mean = Fraction(Int128(sum), Int128(simulation.seasons))
          text.decimal(mean.decimalText())
          text.text(mean.description)
        }
        text.endRow()
      }
    }
  }
}

public import AdmissionCalls
public import DelimitedText
import ExactValues
import Parallelism

/// The table of a simulation: for each day and measure the quantiles and the mean of all seasons.
public struct SeasonSimulationTable: Sendable {
  private let simulation: SeasonSimulation

  public static let percents = [0, 5, 25, 50, 75, 95, 100]

  public init(_ simulation: SeasonSimulation) { self.simulation = simulation }

  public func write(_ format: TableFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns =
      ["jour", "mesure"] + Self.percents.map { "q\($0)" } + ["moyenne", "moyenne_exacte"]
    let measures = SeasonMeasure.allCases
    try writeTable(format, columns: columns, rows: simulation.days * measures.count, workers: .one, to: sink)
    {
      text, rows in
      for row in rows {
        let (day, measure) = (row / measures.count + 1, measures[row % measures.count])
        text.integer(day)
        text.word(measure.word)
        for percent in Self.percents {
          text.integer(simulation.quantile(percent, of: measure, day: day))
        }
        let mean = Fraction(Int128(simulation.sum(of: measure, day: day)), Int128(simulation.seasons))
        text.decimal(mean.decimalText())
        text.text(mean.description)
        text.endRow()
      }
    }
  }
}

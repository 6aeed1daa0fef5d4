public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The results of UEs: `eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage`, by student and UE.
///
/// Where marks are of two sessions, `session` says whether marks of the second made a difference, and
/// `premiere_exacte` is the first-session mean of a student who had validated with it: ``UEMarksFile`` reads both.
public struct UEResultsTable: WritableTable, Sendable {
  private let outcomes: UEOutcomes

  /// - Parameter outcomes: the rows of the table, in their order.
  public init(_ outcomes: UEOutcomes) { self.outcomes = outcomes }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = [
      GradingColumn.student, GradingColumn.ue, GradingColumn.mean, GradingColumn.exactMean,
      GradingColumn.result, GradingColumn.resits,
    ]
    if outcomes.hasSessions { columns += [GradingColumn.session, GradingColumn.exactFirstMean] }
    try writeTable(format, columns: columns, rows: outcomes.entries.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        let entry = outcomes.entries[row]
        let outcome = entry.outcome
        let ue = outcomes.scheme.ues[entry.ue]
        text.identifier(entry.student, of: outcomes.students)
        text.text(ue.name)
        text.decimal(outcome.mean?.decimalText(under: ue.threshold.decimal.fraction) ?? "")
        text.text(outcome.mean?.description ?? "")
        text.word(outcome.result.csvWord)
        text.text(outcome.resits.map { ue.ecues[$0].name }.joined(separator: "+"))
        if outcomes.hasSessions {
          text.integer(outcome.session)
          text.text(outcome.firstMean?.description ?? "")
        }
        text.endRow()
      }
    }
  }
}

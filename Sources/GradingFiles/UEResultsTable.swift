public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The results of UEs: `eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage`, by student and UE.
///
/// Where marks are of two sessions, `session` says whether marks of the second made a difference, and
/// `premiere_exacte` is the mean of who had validated before: `grades mentions` reads both.
public struct UEResultsTable: Sendable {
  private let outcomes: UEOutcomes
  private let students: IdentifierColumn
  private let hasSessions: Bool

  /// - Parameters:
  ///   - outcomes: those of the file's marks.
  ///   - marks: the file.
  public init(_ outcomes: UEOutcomes, of marks: ECUEMarksFile) {
    self.outcomes = outcomes
    students = marks.students
    hasSessions = marks.hasSessions
  }

  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = ["eleve", "ue", "moyenne", "moyenne_exacte", "resultat", "rattrapage"]
    if hasSessions { columns += ["session", "premiere_exacte"] }
    try writeTable(format, columns: columns, rows: outcomes.entries.count, workers: workers, to: sink) {
      text, rows in
      for row in rows {
        let entry = outcomes.entries[row]
        let outcome = entry.outcome
        let ue = outcomes.scheme.ues[entry.ue]
        text.identifier(entry.student, of: students)
        text.text(ue.name)
        text.decimal(outcome.mean?.decimalText(under: ue.threshold.decimal.fraction) ?? "")
        text.text(outcome.mean?.description ?? "")
        text.text(outcome.result.rawValue)
        text.text(outcome.resits.map { ue.ecues[$0].name }.joined(separator: "+"))
        if hasSessions {
          text.integer(outcome.session)
          text.text(outcome.firstMean?.description ?? "")
        }
        text.endRow()
      }
    }
  }
}

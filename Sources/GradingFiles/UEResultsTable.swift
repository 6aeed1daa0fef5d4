public import DelimitedText
import ExactValues
public import Grading
public import Workers

/// The results of UEs: `eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage`, by student and UE.
///
/// Where marks are of two sessions, `session` says whether marks of the second made a difference, and
/// `premiere_exacte` is the mean of who had validated before: `grades mentions` reads both.
public struct UEResultsTable: Sendable {
  private let marks: MarksFile
  private let scheme: UEScheme
  public let outcomes: [UEOutcome]

  public init(_ marks: MarksFile, scheme: UEScheme) {
    self.marks = marks
    self.scheme = scheme
    outcomes = marks.entries.map {
      scheme.ues[$0.ue].outcome(first: $0.first, second: $0.second, finalMark: scheme.finalMark)
    }
  }

  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = ["eleve", "ue", "moyenne", "moyenne_exacte", "resultat", "rattrapage"]
    if marks.hasSessions { columns += ["session", "premiere_exacte"] }
    try writeTable(format, columns: columns, rows: outcomes.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        let (entry, outcome) = (marks.entries[row], outcomes[row])
        let ue = scheme.ues[entry.ue]
        text.text(marks.students[entry.student])
        text.text(ue.name)
        text.decimal(outcome.mean?.decimalText() ?? "")
        text.text(outcome.mean?.description ?? "")
        text.text(outcome.result.rawValue)
        text.text(outcome.resits.map { ue.ecues[$0].name }.joined(separator: "+"))
        if marks.hasSessions {
          text.integer(outcome.session)
          text.text(outcome.firstMean?.description ?? "")
        }
        text.endRow()
      }
    }
  }
}

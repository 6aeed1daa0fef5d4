public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of the candidates who are not on the admissibility list, with the barres they miss.
public struct NotAdmissibleTable: Sendable, WritableTable {
  private let rejected: NotAdmissible

  /// - Parameter rejected: the candidates to write.
  public init(_ rejected: NotAdmissible) { self.rejected = rejected }

  /// Writes the candidates. What a note lacks to its barre is empty where the barre is reached.
  ///
  /// - Complexity: O(*n*), *n* candidates not on the list, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      AdmissionColumn.candidate, AdmissionColumn.generalScore, AdmissionColumn.scientificScore,
      AdmissionColumn.reason, "manque_generale", "manque_scientifique", AdmissionColumn.exactGeneralScore,
      AdmissionColumn.exactScientificScore, "manque_generale_exact", "manque_scientifique_exact",
    ]
    let (scores, identifiers) = (rejected.scores, rejected.scores.candidates.identifiers)
    try writeTable(format, columns: columns, rows: rejected.count, workers: workers, to: sink) {
      text, places in
      for place in places {
        let row = Int(rejected.rows[place])
        let distances = [
          BarreDistance(score: scores.general[row], barre: rejected.generalBarre),
          BarreDistance(score: scores.scientific[row], barre: rejected.scientificBarre),
        ]
        text.identifier(row, of: identifiers)
        for distance in distances { text.decimal(distance.scoreText) }
        text.word(rejected.missed[place].csvWord)
        for distance in distances { text.decimal(distance.shortfall?.distanceText ?? "") }
        for distance in distances { text.text(distance.score.description) }
        for distance in distances { text.text(distance.shortfall?.description ?? "") }
        text.endRow()
      }
    }
  }
}

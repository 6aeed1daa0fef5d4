public import ExactValues
public import Lottery
public import Parallelism

/// The candidates who are not on the admissibility list, in the order the list would have (règlement 5.2.1).
public struct NotAdmissible: Sendable {
  /// Their rows, best first.
  public let rows: [UInt32]
  /// For each of them, the barres that are missed.
  public let missed: [MissedBarres]
  public let generalBarre: Mark
  public let scientificBarre: Mark

  /// - Parameters:
  ///   - candidates: only identifiers, birth dates, boursiers and genres are used.
  ///   - notes: theirs, in the same order.
  ///   - draw: asked only for candidates equal in everything else.
  /// - Complexity: that of ``AdmissibilityList``, for all candidates.
  public init(
    _ candidates: Candidates, notes: Scores, generalBarre: Mark, scientificBarre: Mark, draw: Draw,
    workers: Workers = Workers()
  ) {
    self.generalBarre = generalBarre
    self.scientificBarre = scientificBarre
    let everyone = AdmissibilityList(
      candidates, notes: notes, generalBarre: 0, scientificBarre: 0, draw: draw, workers: workers)
    let (general, scientific) = (
      notes.general.threshold(generalBarre), notes.scientific.threshold(scientificBarre)
    )
    var rows: [UInt32] = []
    var missed: [MissedBarres] = []
    for row in everyone.rows {
      guard
        let reason = MissedBarres(
          general: notes.general.numerators[Int(row)] < general,
          scientific: notes.scientific.numerators[Int(row)] < scientific)
      else { continue }
      rows.append(row)
      missed.append(reason)
    }
    self.rows = rows
    self.missed = missed
  }

  public var count: Int { rows.count }
}

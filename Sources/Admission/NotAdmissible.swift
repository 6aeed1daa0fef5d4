public import Draw
public import ExactValues
public import Workers

/// Which barres a candidate misses.
public enum MissedBars: UInt8, Sendable, CaseIterable {
  case general, scientific, both

  /// - Returns: nil where both barres are reached.
  public init?(general: Bool, scientific: Bool) {
    switch (general, scientific) {
    case (true, true): self = .both
    case (true, false): self = .general
    case (false, true): self = .scientific
    case (false, false): return nil
    }
  }

  /// As the `motif` column has it.
  public var word: StaticString {
    switch self {
    case .general: "barre_generale"
    case .scientific: "barre_scientifique"
    case .both: "deux_barres"
    }
  }
}

/// The candidates who are not on the admissibility list, in the order the list would have (règlement 5.2.1).
public struct NotAdmissible: Sendable {
  /// Their rows, best first.
  public let rows: [UInt32]
  /// For each of them, the barres that are missed.
  public let missed: [MissedBars]
  public let generalBar: Mark
  public let scienceBar: Mark

  /// - Parameters:
  ///   - candidates: only identifiers, birth dates, boursiers and genres are used.
  ///   - notes: theirs, in the same order.
  ///   - draw: asked only for candidates equal in everything else.
  /// - Complexity: that of ``AdmissibilityList``, for all candidates.
  public init(
    _ candidates: Candidates, notes: Notes, generalBar: Mark, scienceBar: Mark, draw: Draw,
    workers: Workers = Workers()
  ) {
    self.generalBar = generalBar
    self.scienceBar = scienceBar
    let everyone = AdmissibilityList(
      candidates, notes: notes, generalBar: 0, scienceBar: 0, draw: draw, workers: workers)
    let (general, scientific) = (
      notes.general.threshold(generalBar), notes.scientific.threshold(scienceBar)
    )
    var rows: [UInt32] = []
    var missed: [MissedBars] = []
    for row in everyone.rows {
      guard
        let reason = MissedBars(
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

public import ExactValues
public import Lottery
public import Parallelism

/// The candidates who are not on the admissibility list, in the order that the list would have (règlement 5.2.1).
///
/// ```swift
/// let others = NotAdmissible(
///   scores, generalBarre: 16, scientificBarre: "11.5", draw: Draw(seed: "graine"))
/// for entry in others {
///   print(entry.candidate, entry.missed, entry.general.shortfall ?? 0)  // K1 general 11/8
/// }
/// ```
public struct NotAdmissible: Sendable {
  /// One candidate, and how far the notes are from the barres.
  public struct Entry: Hashable, Sendable, Codable {
    /// The candidate's identifier.
    public let candidate: String
    /// The barres that are missed.
    public let missed: MissedBarres
    /// The note générale beside its barre.
    public let general: BarreDistance
    /// The note scientifique beside its barre.
    public let scientific: BarreDistance
  }

  /// The scores of all candidates of the session.
  public let scores: Scores
  /// The barre générale.
  public let generalBarre: Mark
  /// The barre scientifique.
  public let scientificBarre: Mark
  /// The rows in ``scores`` of those who are not admissible, best first.
  public let rows: [UInt32]
  /// For each of them, the barres that are missed.
  public let missed: [MissedBarres]

  /// - Parameters:
  ///   - scores: of all candidates of the session.
  ///   - generalBarre: the barre générale.
  ///   - scientificBarre: the barre scientifique.
  ///   - draw: asked only for candidates who are equal in everything else.
  ///   - workers: the threads to use.
  /// - Complexity: that of ``AdmissibilityList``, for all candidates.
  public init(
    _ scores: Scores, generalBarre: Mark, scientificBarre: Mark, draw: Draw, workers: Workers = Workers()
  ) {
    self.scores = scores
    self.generalBarre = generalBarre
    self.scientificBarre = scientificBarre
    let everyone = AdmissibilityList(
      scores, generalBarre: 0, scientificBarre: 0, draw: draw, workers: workers)
    let (general, scientific) = (
      scores.general.threshold(generalBarre), scores.scientific.threshold(scientificBarre)
    )
    var rows: [UInt32] = []
    var missed: [MissedBarres] = []
    for row in everyone.rows {
      guard
        let reason = MissedBarres(
          general: scores.general.numerators[Int(row)] < general,
          scientific: scores.scientific.numerators[Int(row)] < scientific)
      else { continue }
      rows.append(row)
      missed.append(reason)
    }
    self.rows = rows
    self.missed = missed
  }
}

extension NotAdmissible: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }

  /// The candidate at a place, from 0.
  public subscript(place: Int) -> Entry {
    let row = Int(rows[place])
    return Entry(
      candidate: scores.candidates.identifiers[row], missed: missed[place],
      general: BarreDistance(score: scores.general[row], barre: generalBarre),
      scientific: BarreDistance(score: scores.scientific[row], barre: scientificBarre))
  }
}

extension NotAdmissible: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
}

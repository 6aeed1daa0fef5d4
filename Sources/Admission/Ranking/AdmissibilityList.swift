public import ExactValues
public import Lottery
public import Parallelism

/// The admissible candidates in the order of règlement 5.2.1.
///
/// A candidate is admissible whose note générale and note scientifique are at or above their barres. The higher note
/// générale goes first; where it is the same, the higher note scientifique, the younger, the boursier, the woman, and
/// last the lower ticket of the draw.
///
/// ```swift
/// let list = AdmissibilityList(
///   scores, generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
/// for entry in list {
///   print(entry.rank, entry.candidate, entry.generalScore, entry.decidedBy)  // 1 K1 117/8 first
/// }
/// ```
public struct AdmissibilityList: Sendable {
  /// One rank of the list.
  public struct Entry: Hashable, Sendable, Codable {
    /// From 1.
    public let rank: Int
    /// The candidate's identifier.
    public let candidate: String
    /// The exact note générale, 0 to 20.
    public let generalScore: Fraction
    /// The exact note scientifique, 0 to 20.
    public let scientificScore: Fraction
    /// The criterion that puts the candidate below the one of the rank before.
    public let decidedBy: DecidingCriterion
  }

  /// The scores that the list ranks, with their candidates.
  public let scores: Scores
  /// The barre générale.
  public let generalBarre: Mark
  /// The barre scientifique.
  public let scientificBarre: Mark
  /// The rows of the admissible candidates in ``scores``, best first.
  public let rows: [UInt32]
  /// For each rank, what puts it below the one before.
  public let decidedBy: [DecidingCriterion]
  package let draw: Draw

  /// Ranks the candidates who reach both barres.
  ///
  /// - Parameters:
  ///   - scores: of all candidates of the session.
  ///   - generalBarre: the barre générale.
  ///   - scientificBarre: the barre scientifique.
  ///   - draw: asked only for candidates who are equal in everything else.
  ///   - workers: the threads to use; the list is the same for any number of them.
  /// - Complexity: O(*n*) for scores of bounded size, plus O(*t* log *t*) for *t* candidates in the draw.
  ///   Memory: 36 bytes a candidate while it works, 5 after.
  public init(
    _ scores: Scores, generalBarre: Mark, scientificBarre: Mark, draw: Draw, workers: Workers = Workers()
  ) {
    precondition(scores.count < UInt32.max, "more candidates than rows have numbers")
    self.scores = scores
    self.generalBarre = generalBarre
    self.scientificBarre = scientificBarre
    self.draw = draw
    let keys = RankingKeys(
      scores, generalBarre: scores.general.threshold(generalBarre),
      scientificBarre: scores.scientific.threshold(scientificBarre), workers: workers)
    (rows, decidedBy) = keys.ranked(draw: draw)
  }

  /// The candidates of the session, admissible or not.
  public var candidates: Candidates { scores.candidates }
}

extension AdmissibilityList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }

  /// The candidate at a place.
  ///
  /// - Parameter place: the rank less one.
  public subscript(place: Int) -> Entry {
    let row = Int(rows[place])
    return Entry(
      rank: place + 1, candidate: candidates.identifiers[row], generalScore: scores.general[row],
      scientificScore: scores.scientific[row], decidedBy: decidedBy[place])
  }
}

extension AdmissibilityList: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
}

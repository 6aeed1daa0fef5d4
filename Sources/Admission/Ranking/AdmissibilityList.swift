public import ExactValues
public import Lottery
public import Parallelism

/// The admissible candidates in the order of règlement 5.2.1.
///
/// Admissible: note générale and note scientifique at or above their barres. Order: générale descending;
/// scientifique descending; younger first; boursier first; women first; last, the draw.
public struct AdmissibilityList: Sendable {
  /// The admissible candidates' rows, best first.
  public let rows: [UInt32]
  /// For each place, what puts it below the one before.
  public let tieBreaks: [DecidingCriterion]

  /// - Parameters:
  ///   - candidates: only identifiers, birth dates, boursiers and genres are used.
  ///   - notes: theirs, in the same order.
  ///   - generalBarre: the barre générale.
  ///   - scientificBarre: the barre scientifique.
  ///   - draw: asked only for candidates equal in everything else.
  /// - Complexity: O(*n*) for notes of bounded size, plus O(*t* log *t*) for *t* candidates in the draw.
  ///   Memory: 36 bytes a candidate while it works, 5 after.
  public init(
    _ candidates: Candidates, notes: Scores, generalBarre: Mark, scientificBarre: Mark, draw: Draw,
    workers: Workers = Workers()
  ) {
    precondition(candidates.count == notes.count && notes.count < UInt32.max, "notes of other candidates")
    let keys = RankingKeys(
      candidates, notes, generalBarre: notes.general.threshold(generalBarre),
      scientificBarre: notes.scientific.threshold(scientificBarre), workers: workers)
    (rows, tieBreaks) = keys.ranked(draw: draw)
  }

  public var count: Int { rows.count }
}

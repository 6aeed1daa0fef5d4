import ExactValues
public import Parallelism

/// The two notes of every candidate, exact (règlement 5.2.1), with the candidates they are of.
///
/// Scores are made of ``Candidates`` alone, by the scheme that these were checked against: scores of other candidates
/// or by another scheme cannot be mistaken for them.
///
/// ```swift
/// let scores = Scores(of: candidates)
/// for score in scores {
///   print(score.candidate, score.general, score.scientific)  // K1 117/8 31/2
/// }
/// ```
public struct Scores: Sendable {
  /// Whose scores these are, row by row.
  public private(set) var candidates: Candidates
  /// The notes générales by row: weighted means of all evaluations.
  public let general: ScoreColumn
  /// The notes scientifiques by row: weighted means of the scientific evaluations.
  public let scientific: ScoreColumn

  /// Both notes of every candidate.
  ///
  /// Note générale: the weighted mean of all evaluations; note scientifique: of the scientific ones only. The weights
  /// are the scheme's for the candidate's doublette. Both are exact fractions.
  ///
  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations, shared by the workers.
  public init(of candidates: Candidates, workers: Workers = Workers()) {
    let scores = candidates.fineScores ?? ScorePair(candidates, workers)
    self.init(candidates, general: scores.general, scientific: scores.scientific)
  }

  /// Scores that are known: of `candidates`, row by row.
  package init(_ candidates: Candidates, general: ScoreColumn, scientific: ScoreColumn) {
    precondition(
      general.count == candidates.count && scientific.count == candidates.count,
      "columns of different lengths")
    self.candidates = candidates
    self.general = general
    self.scientific = scientific
  }

  /// Lets go of the marks, which are most of the memory, and which only an explanation needs.
  package mutating func removeMarks() { candidates.removeMarks() }
}

extension Scores: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { general.count }

  /// The scores of the candidate of a row.
  public subscript(row: Int) -> CandidateScores {
    CandidateScores(
      candidate: candidates.identifiers[row], general: general[row], scientific: scientific[row])
  }
}

extension Scores: Encodable {
  /// An array of ``CandidateScores``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for score in self { try container.encode(score) }
  }
}

/// The two notes of every candidate (règlement 5.2.1).
public struct Scores: Sendable {
  /// Weighted means of all evaluations.
  public let general: ScoreColumn
  /// Weighted means of the scientific evaluations.
  public let scientific: ScoreColumn

  public init(general: ScoreColumn, scientific: ScoreColumn) {
    precondition(general.count == scientific.count, "columns of different lengths")
    self.general = general
    self.scientific = scientific
  }

  public var count: Int { general.count }
}

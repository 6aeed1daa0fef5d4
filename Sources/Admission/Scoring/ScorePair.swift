/// Both notes of many candidates, without the candidates.
struct ScorePair: Sendable {
  /// The notes générales.
  let general: ScoreColumn
  /// The notes scientifiques.
  let scientific: ScoreColumn
}

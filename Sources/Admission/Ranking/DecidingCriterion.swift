/// The criterion that puts a candidate below the one ranked just above (règlement 5.2.1).
public enum DecidingCriterion: String, Sendable, CaseIterable, Codable {
  /// The candidate is the first of the list: nobody stands above.
  case first
  /// A lower note générale.
  case generalScore
  /// The same note générale, and a lower note scientifique.
  case scientificScore
  /// The same notes, and an earlier birth date.
  case age
  /// The same notes and birth date, and no boursier below a boursier.
  case boursier
  /// All of that the same, and not a woman below a woman.
  case genre
  /// The same in every criterion: the ticket of the draw is higher.
  case draw
}

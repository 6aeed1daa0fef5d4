/// What is counted each day of a simulated season, after the calls of the day.
public enum SeasonMeasure: Int, Sendable, CaseIterable {
  /// The number in the call order of the last one called.
  case depth
  /// Places accepted.
  case taken
  /// Offers without an answer.
  case open
  /// Places neither accepted nor on offer.
  case left
  /// Places not accepted, on offer or not.
  case vacant
}

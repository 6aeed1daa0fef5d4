/// How the number of a cohort's students up to a mention is made whole.
public enum CutRounding: String, Hashable, Sendable, CaseIterable {
  /// To the nearest whole number; a half goes up.
  case nearest
  /// To the next whole number.
  case up
  /// To the whole number below.
  case down
}

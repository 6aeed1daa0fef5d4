/// How the number of a cohort's students up to a mention is made whole.
public enum CutRounding: String, Sendable, CaseIterable {
  /// Half up.
  case nearest
  case up
  case down
}

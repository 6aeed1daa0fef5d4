/// The position of students with equal marks.
public enum TieRule: String, Sendable, CaseIterable {
  /// That of the best of them: 1 + the number strictly better.
  case up
  /// That of the last of them: the number at least as good.
  case down
}

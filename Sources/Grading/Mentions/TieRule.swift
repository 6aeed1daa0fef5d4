/// The position of students with equal marks.
public enum TieRule: String, Hashable, Sendable, CaseIterable {
  /// That of the best of them: 1 + the number of students who are strictly better.
  case up
  /// That of the last of them: the number of students at least as good.
  case down
}

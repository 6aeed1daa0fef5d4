/// What becomes of a cell that should hold a mark and holds something else: `85`, `A`.
public enum OutOfRangeRule: String, Sendable, CaseIterable {
  /// It is an error.
  case reject
  /// There is no mark.
  case missing
  /// The candidate is left out.
  case leaveOut = "leave_out"
}

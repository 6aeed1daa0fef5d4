/// What becomes of a mean of several columns where marks are missing.
public enum MissingTermRule: String, Sendable, CaseIterable {
  /// The mean of the marks that are there; none where there is none.
  case renormalise
  /// No mean unless all marks are there.
  case empty
  /// A missing mark counts zero.
  case zero
  /// A missing mark is an error.
  case reject
}

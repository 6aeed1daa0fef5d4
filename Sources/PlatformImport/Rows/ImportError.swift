/// Why imported candidates cannot be scored by a scheme.
public enum ImportError: Error, Hashable, Sendable {
  /// The mapping makes no column of these evaluations of the scheme.
  case missingEvaluations([String])
}

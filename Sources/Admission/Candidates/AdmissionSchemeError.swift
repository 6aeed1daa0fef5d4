/// What is wrong with a scheme.
public enum AdmissionSchemeError: Error, Hashable, Sendable {
  /// The scheme has no evaluation.
  case noEvaluation
  /// There are more than ``AdmissionScheme/mostEvaluations`` evaluations.
  case tooManyEvaluations
  /// No doublette has coefficients.
  case noDoublette
  /// There are more than ``AdmissionScheme/mostDoublettes`` doublettes.
  case tooManyDoublettes
  /// Two evaluations have the same name.
  case repeatedEvaluation(String)
  /// The same doublette has coefficients twice.
  case repeatedDoublette(String)
  /// A doublette has a coefficient for something that is no evaluation.
  case unknownEvaluation(String, doublette: String)
  /// A coefficient is over ``AdmissionScheme/largestCoefficient``.
  case coefficientTooLarge(String, doublette: String)
}

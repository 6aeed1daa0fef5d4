/// What makes a scheme unusable.
public enum AdmissionSchemeError: Error, Hashable, Sendable {
  case noEvaluation
  case tooManyEvaluations
  case noDoublette
  case tooManyDoublettes
  case repeatedEvaluation(String)
  case repeatedDoublette(String)
  case unknownEvaluation(String, doublette: String)
  case coefficientTooLarge(String, doublette: String)
}

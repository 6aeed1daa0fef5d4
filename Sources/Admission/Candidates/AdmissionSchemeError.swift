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

extension AdmissionSchemeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noEvaluation: "no evaluation"
    case .tooManyEvaluations: "more than \(AdmissionScheme.mostEvaluations) evaluations"
    case .tooManyDoublettes: "more than \(AdmissionScheme.mostDoublettes) doublettes"
    case .noDoublette: "no doublette has coefficients"
    case .repeatedEvaluation(let name): "evaluation \(name) stands twice"
    case .repeatedDoublette(let doublette): "doublette \(doublette) stands twice"
    case .unknownEvaluation(let name, let doublette):
      "\(doublette) has a coefficient for \(name), which is no evaluation"
    case .coefficientTooLarge(let name, let doublette):
      "the coefficient of \(name) for \(doublette) is over \(AdmissionScheme.largestCoefficient)"
    }
  }
}

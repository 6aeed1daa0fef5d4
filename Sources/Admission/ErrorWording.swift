public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension AdmissionError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  /// A line for each candidate shown, by identifier, then how many more there are.
  public var message: Message {
    let lines = first.map {
      "candidate \($0.candidate.isEmpty ? "at position \($0.row)" : $0.candidate): \($0.defect)"
    }
    let more = count - lines.count
    return Message(untranslated: (lines + (more > 0 ? ["… and \(more) more"] : [])).joined(separator: "\n"))
  }
}

extension AdmissionDefect: Worded, CustomStringConvertible {
  public var message: Message {
    switch self {
    case .emptyIdentifier: "empty identifier"
    case .repeatedIdentifier: "repeated identifier"
    case .unknownDoublette: "doublette without coefficients in the scheme"
    case .unknownSecteur: "not said whether of the secteur, though others say it"
    case .unknownEvaluation(let name): "a mark in \(name), which is no evaluation of the scheme"
    case .missingMark: "missing mark (the scheme's rule is missing: reject)"
    case .noWeight: "the weights of this candidate's marks add to zero"
    case .noScientificWeight: "the weights of this candidate's scientific marks add to zero"
    case .tooManyDigits: "the exact note of these marks and coefficients takes more than 38 digits"
    case .bornTooEarly:
      "more than \(BirthDateRule.yearsBefore) years before the file's median birth date: it would decide ties"
    case .bornTooLate:
      "more than \(BirthDateRule.yearsAfter) years after the file's median birth date: it would decide ties"
    }
  }
}

extension AdmissionSchemeError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .noEvaluation: "no evaluation"
    case .tooManyEvaluations: "more than \(AdmissionScheme.mostEvaluations) evaluations"
    case .tooManyDoublettes: "more than \(AdmissionScheme.mostDoublettes) doublettes"
    case .noDoublette: "no doublette has coefficients"
    case .repeatedEvaluation(let name): "duplicate evaluation \(name)"
    case .repeatedDoublette(let doublette): "duplicate doublette \(doublette)"
    case .unknownEvaluation(let name, let doublette):
      "\(doublette) has a coefficient for \(name), which is no evaluation"
    case .coefficientTooLarge(let name, let doublette):
      "the coefficient of \(name) for \(doublette) is over \(AdmissionScheme.largestCoefficient)"
    }
  }
}

extension BarreGridError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .stepTooFine(let step):
      "a grid of barres \(step) apart: they must be \(BarreGrid.finestStep) or more"
    case .targetOutOfRange(let target): "\(target) candidates to leave admissible: there must be 1 or more"
    }
  }
}

extension OralError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .unknownCandidate(let candidate): "\(candidate): no such candidate on the list"
    case .notConvoked(let candidate):
      "\(candidate): a verdict for a candidate who is not convoked: the note is at or above the barre d'admission"
    case .repeatedCandidate(let candidate): "\(candidate): a second verdict"
    case .noVerdict(let candidate): "\(candidate): convoked to an oral, and without a verdict"
    }
  }
}

extension UnknownCandidate: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message { "no candidate \(candidate)" }
}

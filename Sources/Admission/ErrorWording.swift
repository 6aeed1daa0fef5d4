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
    let lines = first.map { finding in
      let place = Message(
        fr: "à la position \(number: finding.row)", en: "at position \(number: finding.row)")
      let candidate = finding.candidate.isEmpty ? place : Message(verbatim: finding.candidate)
      return Message(
        fr: "candidat \(candidate) : \(finding.defect)", en: "candidate \(candidate): \(finding.defect)")
    }
    let rest = count - lines.count
    let more = Message(fr: "… et \(rest, "autre", "autres")", en: "… and \(rest) more")
    return (lines + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }
}

extension AdmissionDefect: Worded, CustomStringConvertible {
  public var message: Message {
    switch self {
    case .emptyIdentifier: Message(fr: "identifiant vide", en: "empty identifier")
    case .repeatedIdentifier: Message(fr: "identifiant en double", en: "repeated identifier")
    case .unknownDoublette:
      Message(
        fr: "le barème n'a pas de coefficients pour cette doublette",
        en: "doublette without coefficients in the scheme")
    case .unknownSecteur:
      Message(
        fr: "le secteur n'est pas indiqué, alors qu'il l'est pour d'autres",
        en: "not said whether of the secteur, though others say it")
    case .unknownEvaluation(let name):
      Message(
        fr: "une note en \(name), qui n'est pas une évaluation du barème",
        en: "a mark in \(name), which is no evaluation of the scheme")
    case .missingMark:
      Message(
        fr: "note absente (la règle du barème est missing: reject)",
        en: "missing mark (the scheme's rule is missing: reject)")
    case .noWeight:
      Message(
        fr: "la somme des coefficients de ses notes est nulle",
        en: "the weights of this candidate's marks add to zero")
    case .noScientificWeight:
      Message(
        fr: "la somme des coefficients de ses notes scientifiques est nulle",
        en: "the weights of this candidate's scientific marks add to zero")
    case .tooManyDigits:
      Message(
        fr:
          "la note exacte demande plus de 38 chiffres : ces notes et ces coefficients ont trop de décimales",
        en: "the exact note of these marks and coefficients takes more than 38 digits")
    case .bornTooEarly:
      Message(
        fr: """
          plus de \(BirthDateRule.yearsBefore) ans avant la date de naissance médiane du fichier : cette date \
          départagerait des ex æquo
          """,
        en: """
          more than \(BirthDateRule.yearsBefore) years before the file's median birth date: it would decide ties
          """)
    case .bornTooLate:
      Message(
        fr: """
          plus de \(BirthDateRule.yearsAfter) ans après la date de naissance médiane du fichier : cette date \
          départagerait des ex æquo
          """,
        en: """
          more than \(BirthDateRule.yearsAfter) years after the file's median birth date: it would decide ties
          """)
    }
  }
}

extension AdmissionSchemeError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .noEvaluation: Message(fr: "aucune évaluation", en: "no evaluation")
    case .tooManyEvaluations:
      Message(
        fr: "plus de \(AdmissionScheme.mostEvaluations) évaluations",
        en: "more than \(AdmissionScheme.mostEvaluations) evaluations")
    case .tooManyDoublettes:
      Message(
        fr: "plus de \(AdmissionScheme.mostDoublettes) doublettes",
        en: "more than \(AdmissionScheme.mostDoublettes) doublettes")
    case .noDoublette:
      Message(fr: "aucune doublette n'a de coefficients", en: "no doublette has coefficients")
    case .repeatedEvaluation(let name):
      Message(fr: "évaluation en double : \(name)", en: "duplicate evaluation \(name)")
    case .repeatedDoublette(let doublette):
      Message(fr: "doublette en double : \(doublette)", en: "duplicate doublette \(doublette)")
    case .unknownEvaluation(let name, let doublette):
      Message(
        fr: "\(doublette) a un coefficient pour \(name), qui n'est pas une évaluation",
        en: "\(doublette) has a coefficient for \(name), which is no evaluation")
    case .coefficientTooLarge(let name, let doublette):
      Message(
        fr: """
          le coefficient \(de: name) pour \(doublette) dépasse \(decimal: AdmissionScheme.largestCoefficient)
          """,
        en:
          "the coefficient of \(name) for \(doublette) is over \(decimal: AdmissionScheme.largestCoefficient)"
      )
    }
  }
}

extension BarreGridError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .stepTooFine(let step):
      Message(
        fr: """
          un pas de \(decimal: step) entre deux barres : il doit être d'au moins \
          \(decimal: BarreGrid.finestStep)
          """,
        en: "a grid of barres \(decimal: step) apart: they must be \(decimal: BarreGrid.finestStep) or more")
    case .targetOutOfRange(let target):
      Message(
        fr:
          "\(target, "candidat admissible demandé", "candidats admissibles demandés") : il en faut au moins 1",
        en: "\(target) candidates to leave admissible: there must be 1 or more")
    }
  }
}

extension OralError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .unknownCandidate(let candidate):
      Message(
        fr: "\(candidate) : ce candidat n'est pas sur la liste",
        en: "\(candidate): no such candidate on the list")
    case .notConvoked(let candidate):
      Message(
        fr: """
          \(candidate) : un verdict pour un candidat qui n'est pas convoqué : sa note atteint la barre d'admission
          """,
        en: """
          \(candidate): a verdict for a candidate who is not convoked: the note is at or above the barre d'admission
          """)
    case .repeatedCandidate(let candidate):
      Message(fr: "\(candidate) : un second verdict", en: "\(candidate): a second verdict")
    case .noVerdict(let candidate):
      Message(
        fr: "\(candidate) : convoqué à l'oral, et sans verdict",
        en: "\(candidate): convoked to an oral, and without a verdict")
    }
  }
}

extension UnknownCandidate: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    Message(fr: "aucun candidat \(candidate)", en: "no candidate \(candidate)")
  }
}

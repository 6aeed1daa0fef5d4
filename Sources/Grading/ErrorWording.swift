import ExactValues
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension GradingError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .shareCount(let count):
      Message(
        fr: """
          \(count, "pourcentage", "pourcentages") : il en faut un pour chacune des quatre mentions (ou pour trois, \
          ou deux classes)
          """,
        en: "\(count, "share", "shares"): there are four mentions (or three or two classes)")
    case .sharesNotHundred:
      Message(fr: "le total des pourcentages n'est pas 100", en: "the shares do not add to 100")
    case .classCount(let count):
      Message(
        fr: "\(count, "classe", "classes") : il y en a 2, 3 ou 4",
        en: "\(count, "class", "classes"): there are 2, 3 or 4")
    case .strengthTooLarge(let strength):
      Message(
        fr: """
          intensité \(decimal: strength.description) : elle est d'au plus \
          \(decimal: MentionRules.largestStrength.description)
          """,
        en: "strength \(strength.description): at most \(MentionRules.largestStrength.description)")
    case .gapTolerance(let tolerance):
      Message(
        fr: "une coupe se déplace de 0 position ou plus, et non de \(tolerance)",
        en: "a cut moves by 0 positions or more, not by \(tolerance)")
    case .promotionCount(let count, let cohorts):
      Message(
        fr: """
          \(count, "effectif", "effectifs") de promotion pour \(cohorts, "cohorte", "cohortes") : il en faut un pour \
          chacune
          """,
        en: """
          \(count, "size", "sizes") of promotions for \(cohorts, "cohort", "cohorts"): each needs one
          """)
    case .promotionSize(let size):
      Message(
        fr: "une promotion compte 0 élève ou plus, et non \(size)",
        en: "a promotion has 0 or more students, not \(size)")
    case .exactMarksTooFine:
      Message(
        fr: """
          les notes exactes n'ont pas de dénominateur commun inférieur à 2^100 : il en faut un pour comparer les \
          écarts et les moyennes
          """,
        en: """
          the exact marks have no common denominator below 2^100: gaps and standardised means need one
          """)
    case .valueTooLarge(let mention):
      Message(
        fr: "la valeur de \(mention.description) dépasse \(decimal: GPAScheme.largestValue.description)",
        en: "the value of \(mention.description) is above \(GPAScheme.largestValue.description)")
    case .valueWithoutWeight(let mention):
      Message(
        fr: "\(mention.description) ne compte pas dans la moyenne, et n'a donc pas de valeur",
        en: "\(mention.description) does not count in the mean, and so has no value")
    case .tooManyECTS(let ue):
      Message(
        fr: "l'UE \(ue) a plus de \(decimal: UEScheme.largestECTS.description) ECTS",
        en: "UE \(ue) has more than \(UEScheme.largestECTS.description) ECTS")
    case .tooManyDigits: .tooManyDigits
    }
  }
}

extension Message {
  /// Exact results have as many digits as the scheme's decimals make them.
  fileprivate static let tooManyDigits = Message(
    fr: "avec les décimales du barème, le résultat exact pourrait dépasser 38 chiffres",
    en: "with the scheme's decimals the exact result could take more than 38 digits")
}

extension UESchemeError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .noUE: Message(fr: "aucune UE", en: "no UE")
    case .repeatedUE(let ue): Message(fr: "UE \(ue) en double", en: "duplicate UE \(ue)")
    case .noECUE(let ue): Message(fr: "l'UE \(ue) n'a aucun ECUE", en: "UE \(ue) has no ECUE")
    case .repeatedECUE(let ecue, let ue):
      Message(fr: "ECUE \(ecue) en double dans l'UE \(ue)", en: "duplicate ECUE \(ecue) in UE \(ue)")
    case .weight(let ecue, let ue):
      Message(
        fr: """
          le coefficient \(de: ecue) dans l'UE \(ue) n'est pas un nombre supérieur à 0 et d'au plus \
          \(decimal: UEScheme.largestWeight.description)
          """,
        en:
          "the weight of \(ecue) in UE \(ue) is not above 0 and at most \(UEScheme.largestWeight.description)"
      )
    case .thresholdAboveTen:
      Message(
        fr: "un seuil au-dessus de 10 : une note ou une moyenne de 10/20 valide dans tous les cas",
        en: "a threshold above 10: a mark or mean of 10/20 validates in all cases")
    case .tooManyECTS:
      Message(
        fr: "plus de \(decimal: UEScheme.largestECTS.description) ECTS",
        en: "more than \(UEScheme.largestECTS.description) ECTS")
    case .tooManyDigits(let ue):
      Message(
        fr: """
          les coefficients de l'UE \(ue) et ceux des deux sessions ont ensemble trop de chiffres pour une moyenne \
          exacte
          """,
        en: """
          the weights of UE \(ue) and of the two sessions together take too many digits for an exact mean
          """)
    case .finalWeights:
      Message(
        fr: """
          les coefficients des deux sessions sont nuls tous les deux, ou l'un dépasse \
          \(decimal: UEScheme.largestWeight.description)
          """,
        en: "the weights of the two sessions are both 0, or over \(UEScheme.largestWeight.description)")
    }
  }
}

extension MarksError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// A line for each thing that is wrong.
  public var message: Message { defects.map(\.message).joined(separator: "\n") }
}

extension MarkDefect: Worded, CustomStringConvertible {
  /// `E1, MATHS: no such UE in the scheme`.
  public var message: Message {
    let names = [student, ue].filter { !$0.isEmpty }.joined(separator: ", ")
    return names.isEmpty
      ? Message(fr: "ligne \(number: row) : \(reason)", en: "row \(number: row): \(reason)")
      : Message(fr: "\(names) : \(reason)", en: "\(names): \(reason)")
  }
}

extension MarkDefect.Reason: Worded, CustomStringConvertible {
  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .emptyStudent: Message(fr: "identifiant vide", en: "an empty identifier")
    case .repeatedStudent(let row):
      Message(
        fr: "l'élève a déjà une note dans cette UE, à la ligne \(number: row)",
        en: "the student is in this UE already, in row \(number: row)")
    case .missingMark:
      Message(fr: "pas de note, alors que l'UE est validée", en: "no mark, though the UE is validated")
    case .markAboveTwenty: Message(fr: "une note au-dessus de 20", en: "a mark above 20")
    case .notValidated:
      Message(
        fr: "une note sous celle qui valide, sans statut",
        en: "a mark under the one that validates, and no standing")
    case .unknownUE: Message(fr: "cette UE n'est pas dans le barème", en: "no such UE in the scheme")
    case .unknownECUE(let ecue):
      Message(
        fr: "le barème n'a pas d'ECUE \(ecue) dans cette UE", en: "no ECUE \(ecue) in this UE of the scheme")
    case .unknownSession(let session):
      Message(
        fr: "session \(number: session) : il n'y a que les sessions 1 et 2",
        en: "session \(number: session): there are sessions 1 and 2")
    case .repeatedMark(let ecue, let row):
      Message(
        fr:
          "une seconde note à la même session dans l'ECUE \(ecue) ; la première est à la ligne \(number: row)",
        en: "a second mark of one session in ECUE \(ecue); the first is row \(number: row)")
    case .missingECUE(let ecue):
      Message(
        fr: "des notes dans cette UE, et aucune dans son ECUE \(ecue)",
        en: "marks in this UE, and none in its ECUE \(ecue)")
    case .noFirstSession(let ecue):
      Message(
        fr: "une seconde session dans l'ECUE \(ecue), sans la première",
        en: "a second session of ECUE \(ecue), and no first")
    case .secondOfExempted(let ecue, let row):
      Message(
        fr: "une seconde session dans l'ECUE \(ecue), dont l'élève est dispensé à la ligne \(number: row)",
        en: "a second session of ECUE \(ecue), which the student is exempted from in row \(number: row)")
    case .secondOfFailed(let row):
      Message(
        fr: """
          une seconde session dans une UE refusée sans rattrapage (F) à la ligne \(number: row)
          """,
        en: "a second session in a UE that is failed without one in row \(number: row)")
    case .tooManyDigits: .tooManyDigits
    case .ueWithoutECTS:
      Message(fr: "le barème ne donne pas d'ECTS à cette UE", en: "the scheme gives this UE no ECTS")
    case .mentionWithoutValue(let mention):
      Message(
        fr: "le barème ne donne pas de valeur à la mention \(mention.description)",
        en: "the scheme gives the mention \(mention.description) no value")
    }
  }
}

import Admission
import AdmissionCalls
public import Wording

extension AdmissionSchemeDefect {
  var message: Message {
    switch self {
    case .reservedName:
      Message(
        fr: "ce nom est celui d'une colonne qui a déjà un sens : donnez-en un autre à l'évaluation",
        en: "the name of a column with a meaning of its own cannot be an evaluation")
    case .scheme(let error): error.message
    }
  }
}

extension ExactMarkDefect {
  var message: Message {
    switch self {
    case .contradictsRounded:
      Message(
        fr: "la note à côté n'est pas cette valeur arrondie à 6 décimales",
        en: "the mark beside it is not this one rounded to 6 decimals")
    }
  }
}

extension ListDefect {
  public var message: Message {
    switch self {
    case .tooManyColumns:
      Message(
        fr: "plus de \(AdmissibilityFile.mostColumns) colonnes",
        en: "more than \(AdmissibilityFile.mostColumns) columns")
    case .reservedColumn:
      Message(
        fr: "un fichier qui a cette colonne est déjà une liste finale : donnez la liste d'admissibilité",
        en: "a file with this column is a final list already: give the admissibility list")
    case .repeatedColumn:
      Message(fr: "colonne en double dans l'en-tête", en: "duplicate column in the header")
    case .repeatedRank: Message(fr: "rang en double", en: "repeated rank")
    case .scoreContradictsExact:
      Message(
        fr: "cette note n'est pas la note exacte arrondie à 6 décimales",
        en: "the note is not the exact one rounded to 6 decimals")
    case .betterThanRankBefore:
      Message(
        fr: "cette note est meilleure que celle du rang précédent",
        en: "the note is better than that of the rank before")
    case .notOnTheList:
      Message(fr: "ce candidat n'est pas sur la liste", en: "no such candidate on the list")
    case .notConvoked:
      Message(
        fr: "un verdict pour un candidat qui n'est pas convoqué : sa note atteint la barre d'admission",
        en: "a verdict for a candidate who is not convoked: the note is at or above the barre d'admission")
    case .noVerdict:
      Message(fr: "convoqué à l'oral, et sans verdict", en: "convoked to an oral, and without a verdict")
    }
  }
}

extension CallFileDefect {
  public var message: Message {
    switch self {
    case .repeatedRank(let line):
      Message(
        fr: "rang en double, déjà à la ligne \(number: line)",
        en: "repeated rank, first on line \(number: line)")
    case .repeatedOrder(let line):
      Message(
        fr: "numéro en double, déjà à la ligne \(number: line)",
        en: "repeated number, first on line \(number: line)")
    case .quotaWithoutColumn:
      Message(
        fr: "cette colonne n'est pas dans l'en-tête, et un taux minimal la demande",
        en: "no such column in the header, and a quota is asked of it")
    case .insertedAlready:
      Message(fr: "ce candidat est déjà sur la liste", en: "this candidate is on the list already")
    case .beyondTheEnd(let last):
      Message(
        fr: "au-delà de la fin de la liste, qui est \(last) avec les candidats ajoutés",
        en: "beyond the end of the list, which is \(number: last) with those inserted")
    case .notInTheOrder:
      Message(
        fr: "ce candidat n'est pas dans l'ordre d'appel", en: "no such candidate in the call order")
    case .contradiction(.cannotFollow(let before)):
      Message(
        fr: "contredit la réponse d'avant : \("\(before.csvWord)")",
        en: "contradicts the state before: \("\(before.csvWord)")")
    case .contradiction(.neverCalled): CallContradiction.neverCalled.message
    }
  }

  public var kind: Message {
    switch self {
    case .repeatedRank: Message(fr: "rang en double", en: "repeated rank")
    case .repeatedOrder: Message(fr: "numéro en double", en: "repeated number")
    default: message
    }
  }
}

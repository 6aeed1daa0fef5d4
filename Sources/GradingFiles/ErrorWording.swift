import ExactValues
import Grading
public import Wording

extension GradingDefect {
  /// What is wrong, and how to mend it where one can say.
  public var message: Message {
    switch self {
    case .missingMark: Message(fr: "il manque la note", en: "missing mark")
    case .markBesideStatut("ABI"):
      Message(
        fr: "une note à côté d'ABI, qui compte 0 : supprimez l'un des deux",
        en: "a mark beside ABI, which counts 0: leave one of them out")
    case .markBesideStatut("V"):
      Message(
        fr: """
          une note à côté de V (ou ABJ), qui dit que la note est encore à venir : supprimez l'un des deux ; une note \
          faite avec les évaluations passées (1.3.3) n'a pas de statut
          """,
        en: """
          a mark beside V (or ABJ), which says that the mark is still to come: leave one of them out; a mark made \
          from the evaluations that were sat (1.3.3) has no statut
          """)
    case .markBesideStatut("W"):
      Message(
        fr: "une note à côté de W (ou DIS), qui dispense l'élève de l'ECUE : supprimez l'un des deux",
        en: "a mark beside W (or DIS), which exempts the student from the ECUE: leave one of them out")
    case .markBesideStatut(let statut):
      Message(
        fr: "une note à côté \(de: statut), qui annule les notes de l'UE : supprimez l'un des deux",
        en: "a mark beside \(statut), which annuls the marks of the UE: leave one of them out")
    case .twoStatuts(let one, let other):
      Message(
        fr: "\(one) ici, et \(other) dans la colonne statut : supprimez l'un des deux",
        en: "\(one) here and \(other) in the column statut: leave one of them out")
    case .rattrapageAndFirstSession(let line):
      Message(
        fr: "\(kind), déjà à la ligne \(number: line)", en: "\(kind) (line \(number: line))")
    case .repeatedStudent(let line):
      Message(fr: "\(kind), à la ligne \(number: line)", en: "\(kind), on line \(number: line)")
    case .unknownUE: Message(fr: "cette UE n'est pas dans le barème", en: "no such UE in the scheme")
    case .unknownECUE(let isSecond):
      Message(
        fr: "le barème n'a pas d'ECUE de ce nom dans cette UE", en: "no such ECUE in this UE of the scheme")
        + Self.complementary(isSecond)
    case .noECUE(let isSecond):
      Message(fr: "le nom de l'ECUE manque", en: "no ECUE is named") + Self.complementary(isSecond)
    case .columnForECUE(let count):
      Message(
        fr: """
          une colonne par ECUE (l'en-tête en a \(count)) : il faut une ligne par note, avec les colonnes \
          eleve,ue,ecue,note
          """,
        en: """
          a column for an ECUE (\(count) of them in the header): the table needs a row for each mark: \
          eleve,ue,ecue,note
          """)
    case .secondHeader:
      Message(
        fr:
          "est-ce une deuxième ligne d'en-tête ? Supprimez-la : les notes commencent juste sous la première",
        en: "is this a second header line? Delete it: the rows start under the first one")
    case .repeatedMark(let line):
      Message(fr: "\(kind), à la ligne \(number: line)", en: "\(kind), on line \(number: line)")
    case .missingECUE(let name):
      Message(
        fr: "l'élève a des notes dans cette UE, et aucune dans son ECUE \(name)",
        en: "the student has marks in this UE, and none for its ECUE \(name)")
    case .noFirstSession:
      Message(
        fr: """
          une note de seconde session sans note de première : ajoutez la ligne de la première session, avec V si \
          l'élève était excusé
          """,
        en: """
          a mark of the second session, and none of the first: add the row of the first, with V if the student was \
          excused
          """)
    case .secondOfExempted(let line):
      Message(
        fr: """
          une seconde session dans un ECUE dont l'élève est dispensé (W, ligne \(number: line)) : supprimez l'une \
          des deux lignes
          """,
        en: """
          a second session of an ECUE that the student is exempted from (W, line \(number: line)): leave one of the \
          rows out
          """)
    case .secondOfFailed(let line):
      Message(
        fr: """
          une seconde session dans une UE refusée sans rattrapage (F, ligne \(number: line)) : supprimez l'une des \
          deux lignes
          """,
        en: """
          a second session in a UE that is failed without one (F, line \(number: line)): leave one of the rows out
          """)
    case .notValidated:
      Message(
        fr: "une note sous celle qui valide, sans statut : donnez-lui-en un (Fx, F ou rattrapage)",
        en: "a mark under the one that validates, without a statut: give it one (Fx, F or rattrapage)")
    case .resultsGiven:
      Message(fr: "cette colonne dit déjà ce qui est validé", en: "this column says what is validated")
    case .mentionWithoutValue:
      Message(
        fr: "le barème ne donne pas de valeur à cette mention", en: "the scheme's values lack this mention")
    case .ueWithoutECTS:
      Message(fr: "le barème ne donne pas d'ECTS à cette UE", en: "the scheme gives this UE no ECTS")
    case .tooManyDigits:
      Message(
        fr: "avec les décimales du barème, le résultat exact pourrait dépasser 38 chiffres",
        en: "with the scheme's decimals the exact result could take more than 38 digits")
    }
  }

  /// How to give the mark of an evaluation that is of no ECUE.
  private static func complementary(_ isSecond: Bool) -> Message {
    guard isSecond else { return Message(verbatim: "") }
    return Message(
      fr: """
         ; si une évaluation porte sur toute l'UE (5.5.2), donnez la note finale de l'UE à grades mentions, avec le \
        statut rattrapage
        """,
      en: """
        ; where an evaluation is of the whole UE (5.5.2), give the UE's final mark to grades mentions, with the \
        statut rattrapage
        """)
  }

  /// The description without lines.
  public var kind: Message {
    switch self {
    case .rattrapageAndFirstSession:
      Message(
        fr: "un rattrapage et une première session pour le même élève dans la même UE",
        en: "a rattrapage and a first session for one student in one UE")
    case .repeatedStudent:
      Message(
        fr: "l'élève a déjà une ligne dans cette UE", en: "the student already has a row in this UE")
    case .repeatedMark:
      Message(
        fr: "l'élève a déjà une note dans cet ECUE", en: "the student already has a mark in this ECUE")
    case .secondOfExempted:
      Message(
        fr: "une seconde session dans un ECUE dont l'élève est dispensé",
        en: "a second session of an ECUE that the student is exempted from")
    case .secondOfFailed:
      Message(
        fr: "une seconde session dans une UE refusée sans rattrapage",
        en: "a second session in a UE that is failed without one")
    default: message
    }
  }
}

extension GradingSchemeDefect {
  var message: Message {
    switch self {
    case .notAMark: Message(fr: "ce n'est pas une note de 0 à 20", en: "not a mark from 0 to 20")
    case .valueTooLarge:
      Message(
        fr: "plus de \(decimal: GPAScheme.largestValue.description)",
        en: "more than \(GPAScheme.largestValue.description)")
    case .mentionWithoutWeight:
      Message(
        fr: "V et W ne comptent pas dans la moyenne, et n'ont donc pas de valeur",
        en: "V and W do not count in the mean, and so have no value")
    case .otherECTS:
      Message(fr: "ce ne sont pas les ECTS que donne ues", en: "other ECTS than ues says")
    case .plusInName:
      Message(
        fr: "le nom d'un ECUE ne peut pas contenir +, qui sépare les ECUE dans les résultats",
        en: "a name with + in it, which separates the ECUEs of a result")
    }
  }
}

import Palmares
import Wording

/// What the letter to a candidate says.
extension Message {
  static func letterSubject(_ candidate: String) -> Message {
    Message(
      fr: "Candidature \(candidate)\nObjet : le résultat de votre candidature",
      en: "Application \(candidate)\nSubject: the result of your application")
  }

  /// How a person is addressed, without a comma.
  static func address(_ genre: Genre) -> Message {
    switch genre {
    case .female: Message(fr: "Madame", en: "Madam")
    case .male: Message(fr: "Monsieur", en: "Sir")
    case .other: Message(fr: "Madame, Monsieur", en: "Madam or Sir")
    }
  }

  static func letterOpening(_ genre: Genre) -> Message {
    Message(fr: "\(address(genre)),", en: "Dear \(address(genre)),")
  }

  static func letterMarks(doublette: String) -> Message {
    Message(
      fr: """
        Le jury d'admission a examiné votre dossier. Voici les notes qui ont compté, le coefficient de chacune pour la \
        doublette \(doublette), et ce qu'elle apporte à votre note générale et à votre note scientifique.
        """,
      en: """
        The admission jury has examined your application. These are the marks that counted, the coefficient of each for \
        the doublette \(doublette), and what it adds to your note générale and your note scientifique.
        """)
  }

  static func letterBarre(_ barre: Message, of score: Message, _ distance: BarreDistance) -> Message {
    let (note, value) = (distance.scoreText, distance.barre)
    let amount = distance.distance?.distanceText
    guard distance.isReached else {
      let lacks = amount.map { Message(fr: " : il lui manque \(decimal: $0)", en: ": it lacks \($0)") }
      return Message(
        fr: """
          Votre \(score), \(decimal: note), est en dessous de la \(barre), fixée à \(decimal: value)\
          \(lacks ?? Message(verbatim: "")).
          """,
        en: """
          Your \(score), \(note), is below the \(barre) of \(decimal: value)\(lacks ?? Message(verbatim: "")).
          """)
    }
    guard let amount, distance.distance != 0 else {
      return Message(
        fr: "Votre \(score), \(decimal: note), atteint exactement la \(barre), fixée à \(decimal: value).",
        en: "Your \(score), \(note), is exactly at the \(barre) of \(decimal: value).")
    }
    return Message(
      fr: """
        Votre \(score), \(decimal: note), atteint la \(barre), fixée à \(decimal: value), et la dépasse de \
        \(decimal: amount).
        """,
      en: "Your \(score), \(note), reaches the \(barre) of \(decimal: value), and passes it by \(amount).")
  }

  static func letterStanding(rank: Int?, among listCount: Int) -> Message {
    guard let rank else {
      return Message(
        fr: """
          Vous ne figurez pas sur la liste d'admissibilité : elle ne comprend que les candidats dont les deux notes \
          atteignent leur barre.
          """,
        en: """
          You are not on the admissibility list: it has only candidates whose notes both reach their barre.
          """)
    }
    return Message(
      fr: """
        Vous figurez au \(ordinal: rank) rang de la liste d'admissibilité, qui compte \
        \(listCount, "candidat", "candidats").
        """,
      en: """
        You are at rank \(rank) of the admissibility list, which has \(listCount, "candidate", "candidates").
        """)
  }

  /// What puts the candidate after the one of the rank before.
  static func letterDecision(_ criterion: DecidingCriterion) -> Message {
    let decisive =
      switch criterion {
      case .first, .generalScore: Message(fr: "la note générale", en: "the note générale")
      case .scientificScore:
        Message(
          fr: "la note scientifique, qui départage à note générale égale",
          en: "the note scientifique, which decides between equal notes générales")
      case .age:
        Message(
          fr: "l'âge : à notes égales, la personne la plus jeune passe d'abord",
          en: "the age: between equal notes the younger person goes first")
      case .boursier:
        Message(
          fr: "la bourse : à égalité de notes et d'âge, les boursiers passent d'abord",
          en: "the bourse: between equal notes and ages boursiers go first")
      case .genre:
        Message(
          fr: "le genre : à égalité de notes, d'âge et de bourse, les femmes passent d'abord",
          en: "the genre: between equals in notes, age and bourse women go first")
      case .draw:
        Message(
          fr: "le tirage au sort, qui départage à égalité sur tous les autres critères",
          en: "the draw, which decides between equals in all other criteria")
      }
    return Message(
      fr: "Ce qui vous place après le candidat du rang précédent est \(decisive).",
      en: "What puts you after the candidate of the rank before is \(decisive).")
  }

  static func letterOutright(finalRank: Int?) -> Message {
    let end = letterFinalRank(finalRank)
    return Message(
      fr: "Votre admission est prononcée sans oral complémentaire\(end).",
      en: "You are admitted outright, without a complementary oral\(end).")
  }

  static func letterConvoked(_ genre: Genre, _ verdict: OralVerdict?, finalRank: Int?) -> Message {
    let end = letterFinalRank(finalRank)
    switch verdict {
    case .satisfactory:
      return Message(
        fr: "Votre oral complémentaire a été jugé satisfaisant : votre admission est prononcée\(end).",
        en: "Your complementary oral was judged satisfactory: you are admitted\(end).")
    case .insufficient:
      return Message(
        fr: "Votre oral complémentaire a été jugé insuffisant : votre admission n'est pas prononcée.",
        en: "Your complementary oral was judged insufficient: you are not admitted.")
    case .absent:
      return Message(
        fr: "En votre absence à l'oral complémentaire, votre admission n'est pas prononcée.",
        en: "You were absent from the complementary oral: you are not admitted.")
    case nil:
      let convoked =
        switch genre {
        case .female: "convoquée"
        case .male: "convoqué"
        case .other: "convoqué(e)"
        }
      return Message(
        fr: """
          Vous êtes donc \(convoked) à un oral complémentaire, dont le résultat décide de votre admission ; il n'est pas \
          encore connu.
          """,
        en: """
          So you are convoked to a complementary oral, whose result decides on your admission; it is not known yet.
          """)
    }
  }

  private static func letterFinalRank(_ rank: Int?) -> Message {
    guard let rank else { return Message(verbatim: "") }
    return Message(
      fr: ", au \(ordinal: rank) rang de la liste finale", en: ", at rank \(rank) of the final list")
  }

  static func letterClosing(_ genre: Genre) -> Message {
    Message(
      fr: """
        Nous vous prions d'agréer, \(address(genre)), l'expression de nos salutations distinguées.
        """,
      en: "Yours sincerely,")
  }

  static let letterSignature = Message(
    fr: "La scolarité, pour le jury d'admission", en: "the scolarité, for the admission jury")
}

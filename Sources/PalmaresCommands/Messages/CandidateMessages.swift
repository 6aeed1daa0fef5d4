import Palmares
import Wording

/// What the explanation of a candidate's rank says to the scolarité.
extension Message {
  static func standing(of candidate: String, rank: Int?, among listCount: Int) -> Message {
    guard let rank else {
      return Message(fr: "\(candidate) : non admissible", en: "\(candidate): not admissible")
    }
    return Message(
      fr: "\(candidate) : rang \(rank) sur \(listCount, "admissible", "admissibles")",
      en: "\(candidate): rank \(rank) of \(listCount) admissible")
  }

  static func person(born date: CalendarDate, isBoursier: Bool, _ genre: Genre, doublette: String) -> Message
  {
    let (boursier, genre) = (isBoursier ? "oui" : "non", "\(genre.csvWord)")
    return Message(
      fr: "naissance \(day(date)), boursier \(boursier), genre \(genre), doublette \(doublette)",
      en: "born \(day(date)), boursier \(boursier), genre \(genre), doublette \(doublette)")
  }

  /// A day, as a letter has it: `27/04/2008`.
  static func day(_ date: CalendarDate) -> Message {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Message(
      fr: "\(two(date.day))/\(two(date.month))/\(number: date.year)", en: "\("\(date)")")
  }

  static func rankWithoutBarres(_ rank: Int, of candidates: Int) -> Message {
    Message(
      fr: "sans les barres, ce serait le rang \(rank) sur \(candidates)",
      en: "without barres it would be rank \(rank) of \(candidates)")
  }

  // MARK: The table of marks

  static let markColumns = [
    Message(fr: "évaluation", en: "evaluation"), Message(fr: "note", en: "mark"),
    Message(fr: "coefficient", en: "weight"), generalScore, scientificScore,
  ]
  static let scoreRow = Message(fr: "note", en: "note")
  static let exactRow = Message(fr: "valeur exacte", en: "exact")
  static let missingZero = Message(fr: "absente : 0", en: "missing: 0")
  static let missingLeftOut = Message(fr: "absente : non comptée", en: "missing: left out")

  // MARK: Barres

  static let generalBarre = Message(fr: "barre générale", en: "barre générale")
  static let scientificBarre = Message(fr: "barre scientifique", en: "barre scientifique")
  static let admissionBarre = Message(fr: "barre d'admission", en: "barre d'admission")

  static func barre(_ barre: Message, of score: Message, _ distance: BarreDistance) -> Message {
    let value = distance.barre
    guard distance.isReached else {
      return Message(
        fr: """
          \(barre) \(decimal: value) : manquée de \(amount(distance)) ; il faut une \(score) de \(decimal: value)
          """,
        en: """
          \(barre) \(decimal: value): missed by \(amount(distance)): it takes a \(score) of \(decimal: value)
          """)
    }
    return distance.distance == 0
      ? Message(
        fr: "\(barre) \(decimal: value) : atteinte exactement",
        en: "\(barre) \(decimal: value): reached exactly")
      : Message(
        fr: "\(barre) \(decimal: value) : atteinte, et dépassée de \(amount(distance))",
        en: "\(barre) \(decimal: value): reached, by \(amount(distance))")
  }

  private static func amount(_ distance: BarreDistance) -> Message {
    distance.distance.map(withExact)
      ?? Message(
        fr: "moins que ce qu'une fraction peut écrire", en: "less than can be written as a fraction")
  }

  /// A decimal, and the fraction where that says more.
  static func withExact(_ value: Fraction) -> Message {
    value.denominator == 1
      ? Message(verbatim: value.description)
      : Message(
        fr: "\(decimal: value.distanceText) (\(value.description))",
        en: "\(value.distanceText) (\(value.description))")
  }

  // MARK: Neighbours

  static func before(_ neighbour: AdmissionExplanation.Neighbour) -> Message {
    Message(
      fr: "devant, au rang \(neighbour.rank), \(neighbour.candidate) : \(decision(neighbour))",
      en: "rank \(neighbour.rank), \(neighbour.candidate), is before: \(decision(neighbour))")
  }

  static func after(_ neighbour: AdmissionExplanation.Neighbour) -> Message {
    Message(
      fr: "derrière, au rang \(neighbour.rank), \(neighbour.candidate) : \(decision(neighbour))",
      en: "rank \(neighbour.rank), \(neighbour.candidate), is after: \(decision(neighbour))")
  }

  private static func decision(_ neighbour: AdmissionExplanation.Neighbour) -> Message {
    let (own, value) = (words(neighbour.ownValue), words(neighbour.value))
    return Message(
      fr: "\(criterion(neighbour.criterion)), \(value) contre \(own)",
      en: "\(criterion(neighbour.criterion)), \(value) against \(own)")
  }

  private static func criterion(_ criterion: DecidingCriterion) -> Message {
    switch criterion {
    case .first, .generalScore: generalScore
    case .scientificScore:
      Message(fr: "même note générale ; note scientifique", en: "equal note générale; note scientifique")
    case .age: Message(fr: "mêmes notes ; âge, le plus jeune d'abord", en: "equal notes; age, younger first")
    case .boursier:
      Message(
        fr: "mêmes notes, même âge ; les boursiers d'abord", en: "equal notes and age; boursiers first")
    case .genre:
      Message(
        fr: "mêmes notes, même âge, boursiers ou non tous les deux ; les femmes d'abord",
        en: "equal notes, age and boursier; women first")
    case .draw:
      Message(
        fr: "égalité sur tous les critères ; tirage au sort, le plus petit numéro d'abord",
        en: "equal in all criteria; the draw, lowest ticket first")
    }
  }

  private static func words(_ value: AdmissionExplanation.DecidingValue) -> Message {
    switch value {
    case .score(let score): withExact(score)
    case .birthDate(let date): Message(fr: "naissance \(day(date))", en: "born \(day(date))")
    case .boursier(let isBoursier): Message(verbatim: isBoursier ? "oui" : "non")
    case .genre(let genre): Message(verbatim: "\(genre.csvWord)")
    case .ticket(let ticket): Message(verbatim: ticket.hexadecimal)
    }
  }

  // MARK: The second phase

  static func outright(finalRank: Int?) -> Message {
    let end = atFinalRank(finalRank)
    return Message(
      fr: "admission directe, sans oral\(end)", en: "The candidate is admitted outright\(end)")
  }

  static func convoked(_ verdict: OralVerdict?, finalRank: Int?) -> Message {
    let end = atFinalRank(finalRank)
    let result =
      switch verdict {
      case .satisfactory:
        Message(
          fr: "oral satisfaisant : admission\(end)", en: "the oral is satisfactory: admitted\(end)")
      case .insufficient:
        Message(fr: "oral insuffisant : pas d'admission", en: "the oral is insufficient: not admitted")
      case .absent:
        Message(fr: "absence à l'oral : pas d'admission", en: "absent from the oral: not admitted")
      case nil: Message(fr: "pas encore de verdict", en: "no verdict yet")
      }
    return Message(
      fr: "convocation à l'oral complémentaire ; \(result)",
      en: "The candidate is convoked to a complementary oral; \(result)")
  }

  private static func atFinalRank(_ rank: Int?) -> Message {
    guard let rank else { return Message(verbatim: "") }
    return Message(fr: ", au rang \(rank) de la liste finale", en: ", at rank \(rank) of the final list")
  }
}

public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension CallContradiction: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .neverCalled:
      Message(
        fr: "répond à une proposition, et n'a jamais été appelé", en: "answers an offer, and was never called"
      )
    case .cannotFollow(let before):
      Message(
        fr: "contredit la réponse d'avant : \(words(before))",
        en: "contradicts the state before: \(before.rawValue)")
    }
  }

  private func words(_ status: CallStatus) -> String {
    switch status {
    case .waiting: "en attente"
    case .open: "proposition sans réponse"
    case .accepted: "proposition acceptée"
    case .refused: "proposition refusée"
    case .resigned: "démission"
    }
  }
}

extension CallOrder.Violation: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    Message(
      fr: "n° \(number: call) de l'ordre d'appel : \(property)", en: "call \(number: call): \(property)")
  }
}

extension CallOrderProperty: Worded, CustomStringConvertible {
  public var message: Message {
    switch self {
    case .everyoneOnce:
      Message(
        fr: "chaque candidat de la liste finale n'est pas appelé une fois et une seule",
        en: "not everyone on the final list is called exactly once")
    case .boursierShare:
      Message(
        fr: "moins de boursiers appelés que leur taux minimal, alors que d'autres viennent après",
        en: "fewer boursiers called than their share, and boursiers come later")
    case .secteurShare:
      Message(
        fr: "moins de candidats du secteur appelés que leur taux minimal, alors que d'autres viennent après",
        en: "fewer of the secteur called than their share, and some come later")
    case .boursierOfSecteurOvertaken:
      Message(fr: "un boursier du secteur est dépassé", en: "a boursier of the secteur is overtaken")
    case .overtakenByNonBoursier:
      Message(
        fr: "un non-boursier est dépassé par un autre non-boursier",
        en: "a non-boursier is overtaken by a non-boursier")
    case .calledTooLate:
      Message(
        fr: "un non-boursier est appelé après le n° 1 + 100·rang / (100 − taux des boursiers)",
        en: "a non-boursier is called later than 1 + 100·rank / (100 − share of boursiers)")
    case .overtakesAsNeither:
      Message(
        fr: "un candidat ni boursier ni du secteur en dépasse un autre",
        en: "a candidate neither boursier nor of the secteur overtakes someone")
    }
  }
}

extension CallError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .emptyIdentifier:
      Message(fr: "un candidat sans identifiant", en: "a candidate without an identifier")
    case .repeatedCandidate(let candidate):
      Message(fr: "\(candidate) : candidat en double", en: "\(candidate): repeated candidate")
    case .rankOutOfRange(let rank, let candidate):
      Message(
        fr: "\(candidate) : \(rank) n'est pas un rang, de 1 à \(Int(UInt32.max))",
        en: "\(candidate): \(rank) is no rank: 1 to \(Int(UInt32.max))")
    case .repeatedRank(let rank, let candidate):
      Message(
        fr: "\(candidate) : rang \(rank) en double", en: "\(candidate): repeated rank \(rank)")
    case .unknownCandidate(let candidate):
      Message(
        fr: "\(candidate) : ce candidat n'est pas dans l'ordre d'appel",
        en: "\(candidate): no such candidate in the call order")
    case .contradiction(let reason, let candidate):
      Message(fr: "\(candidate) : \(reason)", en: "\(candidate): \(reason)")
    case .boursiersNotKnown:
      Message(
        fr: "un taux minimal de boursiers est demandé, et la liste ne dit pas qui est boursier",
        en: "a quota is asked of the boursiers, and the list does not say who is one")
    case .secteursNotKnown:
      Message(
        fr: "un taux minimal de candidats du secteur est demandé, et la liste ne dit pas qui en est",
        en: "a quota is asked of the secteur, and the list does not say who is of it")
    case .placesOutOfRange(let places):
      Message(
        fr: "\(places, "place", "places") : il doit y en avoir de 0 à \(Int(UInt32.max))",
        en: "\(places, "place", "places"): there must be 0 to \(Int(UInt32.max))")
    case .blockRankOutOfRange(let rank):
      Message(
        fr: "un bloc d'appel jusqu'au n° \(rank) : il doit aller jusqu'à 0 ou plus",
        en: "a call block to \(rank): it must end at 0 or above")
    case .simulationOutOfRange(let seasons, let days):
      Message(
        fr: """
          \(seasons, "saison", "saisons") de \(days, "jour", "jours") : il en faut au moins 1 de chaque, et au plus \
          \(SeasonSimulation.mostCells) jours en tout
          """,
        en: """
          \(seasons) seasons of \(days) days: both must be 1 or more, and at most \(SeasonSimulation.mostCells) in all
          """)
    case .quotaOutOfRange(let percent):
      Message(
        fr: "un taux minimal de \(percent) % : il doit être de 0 à 100 %",
        en: "a quota of \(percent) %: it must be 0 to 100 %")
    case .chanceOutOfRange(let percent):
      Message(
        fr: "une probabilité de \(decimal: percent) % : elle doit être de 0 à 100 %",
        en: "a chance of \(decimal: percent) %: it must be 0 to 100 %")
    case .chancesAboveAll(let accept, let refuse):
      Message(
        fr: """
          une proposition acceptée dans \(decimal: accept) % des cas et refusée dans \(decimal: refuse) % : \
          plus de 100 % en tout
          """,
        en: """
          an offer accepted in \(decimal: accept) % and refused in \(decimal: refuse) % of the cases: more than all of them
          """)
    case .deadlineOutOfRange(let days):
      Message(
        fr: "une proposition valable \(days, "jour", "jours") : il en faut au moins 1",
        en: "an offer that stands \(days) days: it must be 1 or more")
    }
  }
}

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
    case .neverCalled: "answers an offer, and was never called"
    case .cannotFollow(let before): "contradicts the state before: \(before.rawValue)"
    }
  }
}

extension CallOrder.Violation: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message { "call \(call): \(property)" }
}

extension CallOrderProperty: Worded, CustomStringConvertible {
  public var message: Message {
    switch self {
    case .everyoneOnce: "not everyone on the final list is called exactly once"
    case .boursierShare: "fewer boursiers called than their share, and boursiers come later"
    case .secteurShare: "fewer of the secteur called than their share, and some come later"
    case .boursierOfSecteurOvertaken: "a boursier of the secteur is overtaken"
    case .overtakenByNonBoursier: "a non-boursier is overtaken by a non-boursier"
    case .calledTooLate: "a non-boursier is called later than 1 + 100·rank / (100 − share of boursiers)"
    case .overtakesAsNeither: "a candidate neither boursier nor of the secteur overtakes someone"
    }
  }
}

extension CallError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .emptyIdentifier: "a candidate without an identifier"
    case .repeatedCandidate(let candidate): "\(candidate): repeated candidate"
    case .rankOutOfRange(let rank, let candidate): "\(candidate): \(rank) is no rank: 1 to \(UInt32.max)"
    case .repeatedRank(let rank, let candidate): "\(candidate): repeated rank \(rank)"
    case .unknownCandidate(let candidate): "\(candidate): no such candidate in the call order"
    case .contradiction(let reason, let candidate): "\(candidate): \(reason)"
    case .boursiersNotKnown: "a quota is asked of the boursiers, and the list does not say who is one"
    case .secteursNotKnown: "a quota is asked of the secteur, and the list does not say who is of it"
    case .placesOutOfRange(let places): "\(places) places: there must be 0 to \(UInt32.max)"
    case .blockRankOutOfRange(let rank): "a call block to \(rank): it must end at 0 or above"
    case .simulationOutOfRange(let seasons, let days):
      "\(seasons) seasons of \(days) days: both must be 1 or more, and at most \(SeasonSimulation.mostCells) in all"
    case .quotaOutOfRange(let percent): "a quota of \(percent) %: it must be 0 to 100 %"
    case .chanceOutOfRange(let percent): "a chance of \(percent) %: it must be 0 to 100 %"
    case .chancesAboveAll(let accept, let refuse):
      "an offer accepted in \(accept) % and refused in \(refuse) % of the cases: more than all of them"
    case .deadlineOutOfRange(let days): "an offer that stands \(days) days: it must be 1 or more"
    }
  }
}

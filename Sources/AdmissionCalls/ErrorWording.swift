#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension CallContradiction: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .neverCalled: "answers an offer, and was never called"
    case .cannotFollow(let before): "contradicts the state before: \(before.word)"
    }
  }
}

extension CallOrder.Violation: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String { "call \(call): \(property)" }
}

extension CallOrderProperty: CustomStringConvertible {
  public var description: String {
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

public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension AllocationError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What happened, in a sentence without a full stop.
  public var message: Message {
    switch code {
    case .solver:
      Message(fr: "le moteur de calcul a échoué : \(context)", en: "the solver failed: \(context)")
    case .timeLimit:
      Message(
        fr: "arrêt à la limite de temps, avant d'avoir trouvé une affectation",
        en: "stopped at the time limit before any allocation was found")
    }
  }
}

extension Message {
  /// What a solver says that finds nothing at all.
  static let noAllocation = Message(
    fr: "aucune affectation, alors que chacun peut rester sans place",
    en: "no allocation although everyone may be unplaced")
}

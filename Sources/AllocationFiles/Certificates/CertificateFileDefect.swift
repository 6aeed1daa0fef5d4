import Allocations
public import DelimitedText

/// What is wrong with a certificate file.
public enum CertificateFileDefect: DefectReason, Equatable {
  case notJSON
  case notReadable(String)
  case notOneOf([String])
  case notRankCosts
  case unknownOffer
  case repeatedOffer
  case unknownQuota
  case repeatedQuota
  case missingPrice(PricedPlace)
  case otherObjective(expected: String)
  case valueContradictsLevels
  case searchedContradictsRelaxation
  case repeatedKey
  case unknownKey
  case notAsWritten

  public var description: String {
    switch self {
    case .notJSON: "not JSON"
    case .notReadable(let problem): problem
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    case .notRankCosts: "costs are whole numbers from 0 to \(RankCosts.largestCost) that never fall"
    case .unknownOffer: "no such module in this créneau"
    case .repeatedOffer: "the module stands here twice"
    case .unknownQuota: "no such quota"
    case .repeatedQuota: "the quota stands here twice"
    case .missingPrice(.offer(let module, let slot)):
      "no price for module \(module)" + (slot.isEmpty ? "" : " in créneau \(slot)")
    case .missingPrice(.quota(let name)): "no price for quota \(name)"
    case .otherObjective(let expected): "not what this policy asks on these wishes: \(expected)"
    case .searchedContradictsRelaxation: "true with a relaxation, false without one"
    case .valueContradictsLevels: "not the weighted sum of the levels' values"
    case .repeatedKey: "the key is there twice"
    case .unknownKey: "no key of a certificate"
    case .notAsWritten: "not what palmares writes here; take the certificate as it was written"
    }
  }
}

import Allocations
import DelimitedText
package import Wording

/// What is wrong with a certificate file.
package enum CertificateFileDefect: DefectReason, Equatable {
  case notJSON
  case notReadable(Message)
  case notOneOf([String])
  case notRankCosts
  case unknownOffer
  case repeatedOffer
  case unknownQuota
  case repeatedQuota
  case missingPrice(PricedPlace)
  case otherObjective(expected: Message)
  case valueContradictsLevels
  case searchedContradictsRelaxation
  case repeatedKey
  case unknownKey
  case notAsWritten
}

import Allocations
import DelimitedText

/// What is wrong with a certificate file.
package enum CertificateFileDefect: DefectReason, Equatable {
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
}

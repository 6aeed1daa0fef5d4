import Allocations
import DelimitedText
import ExactValues

/// What can be wrong with the files of an allocation, beyond their cells.
package enum AllocationFileDefect: DefectReason, Equatable {
  case emptyCode
  case emptyModule
  case emptySlot
  case repeatedOffer(firstLine: Int)
  case severalSlots
  case unknownStudent
  case unknownModule
  case unknownDestination
  case unknownSlot
  case repeatedWish(firstLine: Int)
  case rankWithoutCost(largest: Int)
  case repeatedSeat(firstLine: Int)
  case missingSeat(slot: String)
  case notWished
  case rankWithoutModule
  case rankContradictsWish
  case notALevel
  case levelWithoutLanguage
  case repeatedLanguage
  case repeatedQuota(firstLine: Int)
  case unknownSemester
  case everySemester
  case neededColumn(by: String)
  case repeatedDestination(firstLine: Int)
  case repeatedStudent(firstLine: Int)
  case destinationNotWished
  case rankWithoutDestination
  case reasonOfPlaced
  case otherReason(String)
  case repeatedWithdrawal(firstLine: Int)
  case repeatedImprovement(firstLine: Int)
  case whichSlot
  case sameStudent
  case unknownMark([String])
  case markWithoutPlace
  case markOfUnwished
  case rankOfComplement
  case notEligible
  case missingOrigin
  case originWithoutExchange
  case unknownOrigin
  case originIsPlace
}

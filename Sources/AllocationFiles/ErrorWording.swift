import Allocations
import DelimitedText
package import Wording

extension AllocationFileDefect {
  package var message: Message {
    switch self {
    case .emptyCode: "an empty code beside a +"
    case .emptyModule: "empty module"
    case .emptySlot: "empty créneau, and other rows have one"
    case .repeatedOffer(let line): "the same module in the same créneau as on line \(line)"
    case .severalSlots: "options have a single créneau; this row names another"
    case .unknownStudent: "no such student"
    case .unknownModule: "no such module"
    case .unknownDestination: "no such destination"
    case .unknownSlot: "no such créneau"
    case .repeatedWish(let line): "the student names this module already, on line \(line)"
    case .rankWithoutCost(let largest): "no cost for this rank, only up to \(largest)"
    case .repeatedSeat(let line): "the student already has a row for this créneau, on line \(line)"
    case .missingSeat(let slot):
      slot.isEmpty ? "no row for this student" : "no row for this student in créneau \(printable(slot))"
    case .notWished: "the student did not wish for this module in this créneau"
    case .rankWithoutModule: "a rank without a module"
    case .rankContradictsWish: "not the rank of the student's wish"
    case .notALevel: "not a level from A1 to C2"
    case .levelWithoutLanguage: "a level without a language"
    case .repeatedLanguage: "the same language twice"
    case .repeatedQuota(let line): "the same semester and type as on line \(line)"
    case .unknownSemester: "no destination has this semester"
    case .everySemester: "* stands for all semesters, and only in quotas"
    case .repeatedWithdrawal(let line): "the student withdraws on line \(line) already"
    case .repeatedImprovement(let line): "the student asks on line \(line) already"
    case .whichSlot: "several créneaux offer the module: give the créneau"
    case .repeatedDestination(let line): "the student names this destination already, on line \(line)"
    case .repeatedStudent(let line): "the student already has a row, on line \(line)"
    case .destinationNotWished: "the student did not wish for this destination, or is not eligible"
    case .rankWithoutDestination: "a rank without a destination"
    case .reasonOfPlaced: "a reason to have no place, for a student who has one"
    case .otherReason(let reason): "the student has no place for another reason: \(reason)"
    case .neededColumn(let condition): "no such column in the header, and \(condition) needs it"
    case .sameStudent: "both are the same student"
    case .unknownMark(let words): "not one of: \(words.joined(separator: ", "))"
    case .markWithoutPlace: "the row has no place; it cannot come from an exchange"
    case .markOfUnwished: "the place was no wish, and the row does not say that it is from an exchange"
    case .rankOfComplement: "a place given beyond the wishes has no rank"
    case .notEligible: "the student is not eligible for this place"
    case .missingOrigin: "the place before the exchanges is missing"
    case .originWithoutExchange:
      "a place before exchanges, but motif is not \(PlaceMarks.Mark.exchange.csvWord)"
    case .unknownOrigin: "no such place before the exchanges in this créneau"
    case .originIsPlace: "the same place as after the exchanges"
    }
  }

  package var kind: Message {
    switch self {
    case .repeatedOffer: "the same module in the same créneau twice"
    case .repeatedWish: "the student names this module twice"
    case .repeatedDestination: "the student names this destination twice"
    case .repeatedSeat: "the student has two rows for this créneau"
    case .repeatedStudent: "the student has two rows"
    case .repeatedQuota: "the same semester and type twice"
    case .repeatedWithdrawal: "the student withdraws twice"
    case .repeatedImprovement: "the student asks for better twice"
    case .otherReason: "the student has no place for another reason"
    default: message
    }
  }
}

extension CertificateFileDefect {
  package var message: Message {
    switch self {
    case .notJSON: "not JSON"
    case .notReadable(let problem): Message(untranslated: problem)
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    case .notRankCosts: "costs are whole numbers from 0 to \(RankCosts.largestCost) that never fall"
    case .unknownOffer: "no such module in this créneau"
    case .repeatedOffer: "duplicate module"
    case .unknownQuota: "no such quota"
    case .repeatedQuota: "duplicate quota"
    case .missingPrice(.offer(let module, let slot)):
      "no price for module \(module)" + (slot.isEmpty ? "" : " in créneau \(slot)")
    case .missingPrice(.quota(let name)): "no price for quota \(name)"
    case .otherObjective(let expected): "not what this policy asks on these wishes: \(expected)"
    case .searchedContradictsRelaxation: "true with a relaxation, false without one"
    case .valueContradictsLevels: "not the weighted sum of the levels' values"
    case .repeatedKey: "duplicate key"
    case .unknownKey: "unknown key"
    case .notAsWritten: "not what palmares writes here; take the certificate as it was written"
    }
  }
}

import ExactValues
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension GradingError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .shareCount(let count): "\(count) shares: there are four mentions (or three or two classes)"
    case .sharesNotHundred: "the shares do not add to 100"
    case .classCount(let count): "\(count) classes: there are 2, 3 or 4"
    case .strengthTooLarge(let strength): "strength \(strength): at most \(MentionRules.largestStrength)"
    case .gapTolerance(let tolerance): "a cut moves by 0 positions or more, not by \(tolerance)"
    case .promotionCount(let count, let cohorts): "\(count) sizes of promotions for \(cohorts) cohorts"
    case .promotionSize(let size): "a promotion has 0 or more students, not \(size)"
    case .exactMarksTooFine:
      "the exact marks have no common denominator below 2^100: gaps and standardised means need one"
    case .valueTooLarge(let mention): "the value of \(mention) is above \(GPAScheme.largestValue)"
    case .valueWithoutWeight(let mention): "\(mention) leaves the mean: it has no value"
    case .tooManyECTS(let ue): "UE \(ue) has more than \(UEScheme.largestECTS) ECTS"
    case .tooManyDigits: "with the scheme's decimals the exact result could take more than 38 digits"
    }
  }
}

extension UESchemeError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .noUE: "no UE"
    case .repeatedUE(let ue): "duplicate UE \(ue)"
    case .noECUE(let ue): "UE \(ue) has no ECUE"
    case .repeatedECUE(let ecue, let ue): "duplicate ECUE \(ecue) in UE \(ue)"
    case .weight(let ecue, let ue):
      "the weight of \(ecue) in UE \(ue) is not above 0 and at most \(UEScheme.largestWeight)"
    case .thresholdAboveTen: "a threshold above 10: a mark or mean of 10/20 validates in all cases"
    case .tooManyECTS: "more than \(UEScheme.largestECTS) ECTS"
    case .tooManyDigits(let ue):
      "the weights of UE \(ue) and of the two sessions together take too many digits for an exact mean"
    case .finalWeights: "the weights of the two sessions are both 0, or over \(UEScheme.largestWeight)"
    }
  }
}

extension MarksError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// A line for each thing that is wrong.
  public var message: Message { defects.map(\.message).joined(separator: "\n") }
}

extension MarkDefect: Worded, CustomStringConvertible {
  /// `E1, MATHS: no such UE in the scheme`.
  public var message: Message {
    let names = [student, ue].filter { !$0.isEmpty }.joined(separator: ", ")
    return names.isEmpty ? "row \(row): \(reason)" : "\(names): \(reason)"
  }
}

extension MarkDefect.Reason: Worded, CustomStringConvertible {
  /// What is wrong, in a few words.
  public var message: Message {
    switch self {
    case .emptyStudent: "an empty identifier"
    case .repeatedStudent(let row): "the student is in this UE already, in row \(row)"
    case .missingMark: "no mark, though the UE is validated"
    case .markAboveTwenty: "a mark above 20"
    case .notValidated: "a mark under the one that validates, and no standing"
    case .unknownUE: "no such UE in the scheme"
    case .unknownECUE(let ecue): "no ECUE \(ecue) in this UE of the scheme"
    case .unknownSession(let session): "session \(session): there are sessions 1 and 2"
    case .repeatedMark(let ecue, let row):
      "a second mark of one session in ECUE \(ecue); the first is row \(row)"
    case .missingECUE(let ecue): "marks in this UE, and none in its ECUE \(ecue)"
    case .noFirstSession(let ecue): "a second session of ECUE \(ecue), and no first"
    case .secondOfExempted(let ecue, let row):
      "a second session of ECUE \(ecue), which the student is exempted from in row \(row)"
    case .secondOfFailed(let row): "a second session in a UE that is failed without one in row \(row)"
    case .tooManyDigits: "with the scheme's decimals the exact result could take more than 38 digits"
    case .ueWithoutECTS: "the scheme gives this UE no ECTS"
    case .mentionWithoutValue(let mention): "the scheme gives the mention \(mention) no value"
    }
  }
}

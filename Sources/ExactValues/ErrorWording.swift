public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DecimalDefect: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .notADecimal: Message(fr: "ce n'est pas un nombre décimal", en: "not a decimal number")
    case .tooManyDecimals:
      Message(
        fr: "plus de \(FixedDecimal.mostDecimals) décimales",
        en: "more than \(FixedDecimal.mostDecimals) decimals")
    case .tooLarge: Message(fr: "un nombre de 10^15 ou plus", en: "a number of 10^15 or more")
    case .overTwenty: Message(fr: "une note est de 20 au plus", en: "a mark is at most 20")
    }
  }
}

extension DateDefect: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .notADate:
      Message(
        fr: "ce n'est pas une date (aaaa-mm-jj ou jj/mm/aaaa)", en: "not a date (yyyy-mm-dd or dd/mm/yyyy)")
    case .noSuchDay: Message(fr: "ce jour n'existe pas au calendrier", en: "no such day in the calendar")
    }
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DecimalDefect: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .notADecimal: "not a decimal number"
    case .tooManyDecimals: "more than \(FixedDecimal.mostDecimals) decimals"
    case .tooLarge: "a number of 10^15 or more"
    case .overTwenty: "a mark is at most 20"
    }
  }
}

extension DateDefect: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .notADate: "not a date (yyyy-mm-dd or dd/mm/yyyy)"
    case .noSuchDay: "no such day in the calendar"
    }
  }
}

/// Why a text is not a decimal number of the contract.
public enum DecimalDefect: Error, Hashable, Sendable {
  case notADecimal
  /// More than fifteen.
  case tooManyDecimals
  /// 10¹⁵ or more.
  case tooLarge
}

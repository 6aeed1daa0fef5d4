/// Why a text is not a decimal number, a fraction or a mark.
public enum DecimalDefect: Error, Hashable, Sendable {
  /// Other characters than digits and one point or comma between them; in a fraction, than digits and one slash.
  case notADecimal
  /// More than fifteen decimals.
  case tooManyDecimals
  /// 10¹⁵ or more; in a fraction, a part of more than 127 bits.
  case tooLarge
  /// A decimal that is no mark.
  case overTwenty
}

public import ExactValues

/// What makes a rule of grading unusable, or unusable with the marks given.
public enum GradingError: Error, Hashable, Sendable {
  /// Shares are of two to four mentions; these are so many.
  case shareCount(Int)
  /// The shares do not add to 100 %.
  case sharesNotHundred
  /// Bands are joined to 2, 3 or 4 classes, not to so many.
  case classCount(Int)
  /// A strength of harmonisation above ``MentionRules/largestStrength``.
  case strengthTooLarge(FixedDecimal)
  /// A cut moves by 0 or more positions, not by so many.
  case gapTolerance(Int)
  /// The percentages are of the promotions, and there are so many sizes of promotions for so many cohorts.
  case promotionCount(Int, cohorts: Int)
  /// A promotion has 0 or more students, not so many.
  case promotionSize(Int)
  /// The exact marks have no common denominator below 2¹⁰⁰: their gaps and means are not computed.
  case exactMarksTooFine
  /// A value of a mention above ``GPAScheme/largestValue``.
  case valueTooLarge(Mention)
  /// A value for V, W or a pass/fail UE, which leave the mean.
  case valueWithoutWeight(Mention)
  /// The credits of a UE are above ``UEScheme/largestECTS``.
  case tooManyECTS(ue: String)
  /// With so many decimals of values and ECTS, a GPA could leave 127 bits.
  case tooManyDigits
}

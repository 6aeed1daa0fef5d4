public import ExactValues

/// What a GPA is made with: the value of each mention, common to all UEs, and the credits of each UE
/// (règlement 2.5.3, 5.5.3).
public struct GPAScheme: Hashable, Sendable {
  /// The value of each mention, 0 to 5; none for a mention that the scheme gives no value.
  public let values: [Mention: FixedDecimal]
  /// The credits of each UE, by name.
  public let ects: [String: FixedDecimal]

  /// The largest value of a mention: a GPA is 0 to 5.
  public static let largestValue: FixedDecimal = 5

  /// Checks values and credits.
  ///
  /// - Parameters:
  ///   - values: of A+, A, B, C, F and Fx, each at most ``largestValue``.
  ///   - ects: by UE, each at most ``UEScheme/largestECTS``.
  /// - Throws: ``GradingError`` for a value or credits that are too large, and for a value of V, W or a pass/fail UE,
  ///   which leave the mean.
  public init(values: [Mention: FixedDecimal], ects: [String: FixedDecimal]) throws(GradingError) {
    for mention in Mention.allCases {
      guard let value = values[mention] else { continue }
      guard mention.hasValue else { throw .valueWithoutWeight(mention) }
      guard value <= Self.largestValue else { throw .valueTooLarge(mention) }
    }
    for (ue, credits) in ects.sorted(by: { $0.key < $1.key }) where credits > UEScheme.largestECTS {
      throw .tooManyECTS(ue: ue)
    }
    self.values = values
    self.ects = ects
  }
}

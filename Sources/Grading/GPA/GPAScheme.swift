public import ExactValues

/// What a GPA is made with: the value of each mention, common to all UEs, and the credits of each UE
/// (règlement 2.5.3, 5.5.3).
public struct GPAScheme: Sendable {
  /// None for a mention that the scheme gives no value.
  public let values: [Mention: FixedDecimal]
  public let ects: [String: FixedDecimal]

  /// No value is larger: a GPA is 0 to 5.
  public static let largestValue: FixedDecimal = 5

  /// - Parameters:
  ///   - values: of A+, A, B, C, F, Fx; at most 5. V, W and the empty mention never count.
  ///   - ects: by UE, at most 1 000.
  public init(values: [Mention: FixedDecimal], ects: [String: FixedDecimal]) {
    precondition(values.values.allSatisfy { $0 <= Self.largestValue })
    precondition(ects.values.allSatisfy { $0 <= UEScheme.largestECTS })
    self.values = values
    self.ects = ects
  }
}

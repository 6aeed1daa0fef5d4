public import ExactValues

/// A teaching unit, its credits, and what it takes to validate it (règlement 1.3.1, 1.3.2).
public struct UE: Hashable, Sendable {
  public let name: String
  public let ects: FixedDecimal
  /// The mean it takes, at most 10.
  public let threshold: Mark
  public let ecues: [ECUE]
  /// Whole numbers in the ratios of the ECUEs' weights.
  let weights: [Int128]
  /// Whether the thresholds of the UE and its ECUEs are ten-thousandths.
  let isInTenThousandths: Bool

  public init(_ name: String, ects: FixedDecimal, threshold: Mark = 10, ecues: [ECUE]) {
    self.name = name
    self.ects = ects
    self.threshold = threshold
    self.ecues = ecues
    weights = wholeRatios(ecues.map(\.weight))
    isInTenThousandths = ([threshold] + ecues.map(\.minimum)).allSatisfy { $0.tenThousandths != nil }
  }
}

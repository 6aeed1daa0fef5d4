public import ExactValues

/// A teaching unit: its credits, its ECUEs, and what it takes to validate it (règlement 1.3.1, 1.3.2).
public struct UE: Hashable, Sendable {
  /// What files call it.
  public let name: String
  /// Its ECTS credits.
  public let ects: FixedDecimal
  /// The least weighted mean that validates the UE, at most 10.
  public let threshold: Mark
  /// The subjects it is made of.
  public let ecues: [ECUE]
  /// Whole numbers in the ratios of the ECUEs' weights.
  let weights: [Int128]
  /// Whether the thresholds of the UE and its ECUEs are ten-thousandths.
  let isInTenThousandths: Bool

  /// A UE, to be checked when it joins a ``UEScheme``.
  ///
  /// - Parameters:
  ///   - name: what files call it.
  ///   - ects: its credits, at most 1 000.
  ///   - threshold: the least weighted mean that validates it, at most 10.
  ///   - ecues: at least one, of different names.
  public init(_ name: String, ects: FixedDecimal, threshold: Mark = 10, ecues: [ECUE]) {
    self.name = name
    self.ects = ects
    self.threshold = threshold
    self.ecues = ecues
    weights = wholeRatios(ecues.map(\.weight))
    isInTenThousandths = ([threshold] + ecues.map(\.minimum)).allSatisfy { $0.tenThousandths != nil }
  }
}

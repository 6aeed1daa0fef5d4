public import ExactValues

/// One of the subjects a UE is made of.
public struct ECUE: Hashable, Sendable {
  public let name: String
  /// Its part in the UE's mean, > 0.
  public let weight: FixedDecimal
  /// The mark below which it is to be resat, at most 10.
  public let minimum: Mark

  public init(_ name: String, weight: FixedDecimal, minimum: Mark = 0) {
    self.name = name
    self.weight = weight
    self.minimum = minimum
  }
}

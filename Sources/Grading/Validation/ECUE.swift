public import ExactValues

/// One of the subjects that a UE is made of.
public struct ECUE: Hashable, Sendable {
  /// What files call it.
  public let name: String
  /// Its weight in the UE's mean, above 0.
  public let weight: FixedDecimal
  /// The mark below which it is to be resat, at most 10.
  public let minimum: Mark

  /// An ECUE, to be checked when its UE joins a ``UEScheme``.
  ///
  /// - Parameters:
  ///   - name: what files call it.
  ///   - weight: its part in the UE's mean, above 0, at most 1 000 000.
  ///   - minimum: the mark below which it is to be resat, at most 10.
  public init(_ name: String, weight: FixedDecimal, minimum: Mark = 0) {
    self.name = name
    self.weight = weight
    self.minimum = minimum
  }
}

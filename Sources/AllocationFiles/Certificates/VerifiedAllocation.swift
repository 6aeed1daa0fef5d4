public import Allocations

/// What a verification found of an allocation that is valid.
public struct VerifiedAllocation: Sendable, Hashable, Codable {
  /// What the certificate proves of the allocation as it was before exchanges and places beyond the wishes.
  public let verdict: CertificateVerdict
  /// How many places are from exchanges.
  public let exchanged: Int
  /// How many places were given beyond the wishes.
  public let complements: Int
}

/// What a certificate proves of an allocation that keeps the rules.
public enum CertificateVerdict: Sendable, Hashable, Codable {
  /// The allocation is the one that policy and arbitration single out.
  case optimal
  /// There may be a better one.
  case unproven(OptimalityGap)
}

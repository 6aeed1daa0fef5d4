/// What speaks against an allocation or its certificate.
public enum CertificateDefect: Error, Sendable, Equatable {
  case violation(AllocationViolation)
}

/// Checks that an allocation keeps the rules.
public func verify(
  _ allocation: Allocation, _ certificate: AllocationCertificate, _ problem: AllocationProblem,
  costs: RankCosts
) throws(CertificateDefect) {
  if let violation = allocation.violation(problem) { throw .violation(violation) }
}

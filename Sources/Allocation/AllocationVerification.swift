/// What speaks against an allocation or its certificate.
public enum CertificateDefect: Error, Sendable, Equatable {
  case violation(AllocationViolation)
}

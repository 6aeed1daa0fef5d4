/// Which barres a candidate misses.
public enum MissedBarres: UInt8, Sendable, CaseIterable {
  case general, scientific, both

  /// - Returns: nil where both barres are reached.
  public init?(general: Bool, scientific: Bool) {
    switch (general, scientific) {
    case (true, true): self = .both
    case (true, false): self = .general
    case (false, true): self = .scientific
    case (false, false): return nil
    }
  }

  /// As the `motif` column has it.
  public var word: StaticString {
    switch self {
    case .general: "barre_generale"
    case .scientific: "barre_scientifique"
    case .both: "deux_barres"
    }
  }
}

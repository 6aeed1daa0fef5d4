/// The barres that a candidate who is not admissible misses (règlement 5.2.1).
public enum MissedBarres: String, Sendable, CaseIterable, Codable {
  /// The note générale alone is below its barre.
  case general
  /// The note scientifique alone is below its barre.
  case scientific
  /// Both notes are below their barres.
  case both

  /// - Parameters:
  ///   - general: whether the note générale is below its barre.
  ///   - scientific: whether the note scientifique is below its barre.
  /// - Returns: nil where both barres are reached.
  public init?(general: Bool, scientific: Bool) {
    switch (general, scientific) {
    case (true, true): self = .both
    case (true, false): self = .general
    case (false, true): self = .scientific
    case (false, false): return nil
    }
  }
}

/// Exact marks whose common denominator leaves 100 bits: their gaps and means are not computed.
public struct ExactMarksTooFine: Error, Sendable, CustomStringConvertible {
  public var description: String {
    "the exact marks have no common denominator below 2^100: gaps and standardised means need one"
  }
}

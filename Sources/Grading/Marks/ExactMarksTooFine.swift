/// Exact marks whose common denominator leaves 100 bits: their gaps and means are not computed.
public struct ExactMarksTooFine: Error, Sendable {
}

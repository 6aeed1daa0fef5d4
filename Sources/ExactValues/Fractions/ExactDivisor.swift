/// Tests and performs exact divisions by one number with a multiplication instead of a division.
///
/// n · odd⁻¹ mod 2⁶⁴ is the quotient exactly when the odd part divides n (Granlund and Montgomery 1994,
/// doi:10.1145/178243.178249).
///
/// Public so that other modules inline it; no program needs it.
@_documentation(visibility: internal)
public struct ExactDivisor: Sendable {
  package let value: UInt64
  @usableFromInline let shift: UInt64
  @usableFromInline let inverse: UInt64
  @usableFromInline let largestQuotient: UInt64

  /// - Parameter value: > 0.
  package init(_ value: UInt64) {
    precondition(value > 0)
    self.value = value
    shift = UInt64(value.trailingZeroBitCount)
    let odd = value >> shift
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    self.inverse = inverse
    largestQuotient = .max / odd
  }

  /// `number / value` where that leaves no remainder, else nil.
  @inlinable @inline(__always)
  public func exactQuotient(_ number: UInt64) -> UInt64? {
    let quotient = quotient(ofMultiple: number)
    return quotient <= largestQuotient && number & (1 &<< shift &- 1) == 0 ? quotient : nil
  }

  /// `number / value` for a multiple of `value`; anything for another number.
  @inlinable @inline(__always)
  public func quotient(ofMultiple number: UInt64) -> UInt64 { (number &>> shift) &* inverse }
}

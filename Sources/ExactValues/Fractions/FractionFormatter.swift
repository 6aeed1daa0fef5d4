/// Writes many fractions that share one denominator, as a decimal and as a reduced fraction.
///
/// The denominator is factored once, so that reducing costs a few multiplications a value instead of
/// Euclid's divisions.
///
/// Public so that other modules inline it; no program needs it.
@_documentation(visibility: internal)
public struct FractionFormatter: Sendable {
  /// No text this type writes is longer: two 19-digit integers and a slash.
  @inlinable
  public static var longestText: Int { 40 }

  private struct OddPrime {
    var divisor: ExactDivisor
    var exponent: Int
  }

  private let denominator: UInt64
  private let powerOfTwo: Int
  private let oddPrimes: [OddPrime]
  /// False where the denominator has a factor too large to find by trial division.
  private let isFactored: Bool

  /// - Parameter denominator: > 0.
  /// - Complexity: O(√*f*) divisions with *f* the largest prime factor, at most 2²⁰.
  package init(denominator: Int64) {
    precondition(denominator > 0)
    self.denominator = UInt64(denominator)
    powerOfTwo = denominator.trailingZeroBitCount
    var rest = self.denominator >> UInt64(powerOfTwo)
    var primes: [OddPrime] = []
    func take(_ prime: UInt64) {
      var exponent = 0
      while rest % prime == 0 {
        rest /= prime
        exponent += 1
      }
      primes.append(OddPrime(divisor: ExactDivisor(prime), exponent: exponent))
    }
    var divisor: UInt64 = 3
    while divisor * divisor <= rest, divisor < 1 << 20 {
      if rest % divisor == 0 { take(divisor) }
      divisor += 2
    }
    isFactored = divisor * divisor > rest
    if isFactored, rest > 1 { take(rest) }
    oddPrimes = primes
  }

  /// Writes `numerator / denominator` as ``Fraction/decimalText(under:)`` does without a bound: at most six
  /// decimals, half to even, never up to a number of at most four, no trailing zeros.
  ///
  /// - Parameters:
  ///   - numerator: ≥ 0.
  ///   - point: the byte between the whole part and the decimals.
  ///   - out: room for ``longestText`` bytes.
  /// - Returns: the byte after the last one written.
  @inlinable
  public func writeDecimal(
    _ numerator: Int64, point: UInt8, to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let (whole, rounded) = rounded(UInt64(numerator))
    var millionths = rounded
    var end = Self.writeInteger(whole, to: out)
    guard millionths > 0 else { return end }
    end[0] = point
    var place = 6
    while millionths % 10 == 0 {
      millionths /= 10
      place -= 1
    }
    end += 1
    var index = place
    while index > 0 {
      index -= 1
      end[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: millionths % 10)
      millionths /= 10
    }
    return end + place
  }

  @usableFromInline
  func rounded(_ numerator: UInt64) -> (whole: UInt64, millionths: UInt64) {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let part: UInt64
    let remainder: UInt64
    if rest <= .max / 1_000_000 {
      (part, remainder) = (rest * 1_000_000).quotientAndRemainder(dividingBy: denominator)
    } else {
      (part, remainder) = denominator.dividingFullWidth(rest.multipliedFullWidth(by: 1_000_000))
    }
    let complement = denominator - remainder
    guard remainder > complement || (remainder == complement && part & 1 == 1) else { return (whole, part) }
    let isThreshold = (part + 1) % Self.millionthsPerTenThousandth == 0
    return (whole, isThreshold ? part : part + 1)
  }

  /// Thresholds have at most four decimals.
  static let millionthsPerTenThousandth: UInt64 = 100

  /// Writes `numerator / denominator` as `p/q` in lowest terms, or `p` where q is 1.
  ///
  /// - Returns: the byte after the last one written.
  package func writeExact(
    _ numerator: Int64, to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard numerator != 0 else { return Self.writeInteger(0, to: out) }
    var p = UInt64(numerator)
    var q = denominator
    if isFactored {
      let twos = min(p.trailingZeroBitCount, powerOfTwo)
      p >>= UInt64(twos)
      q = 1 << UInt64(powerOfTwo - twos)
      for factor in oddPrimes {
        var left = factor.exponent
        while left > 0 {
          guard let quotient = factor.divisor.exactQuotient(p) else { break }
          p = quotient
          left -= 1
        }
        while left > 0 {
          q &*= factor.divisor.value
          left -= 1
        }
      }
    } else {
      let divisor = greatestCommonDivisor(p, q)
      p /= divisor
      q /= divisor
    }
    var end = Self.writeInteger(p, to: out)
    guard q > 1 else { return end }
    end[0] = UInt8(ascii: "/")
    end = Self.writeInteger(q, to: end + 1)
    return end
  }
}

/// The two digits of each number below 100.
@usableFromInline
let pairsOfDigits: StaticString =
  """
  00010203040506070809101112131415161718192021222324252627282930313233343536373839\
  40414243444546474849505152535455565758596061626364656667686970717273747576777879\
  8081828384858687888990919293949596979899
  """

extension FractionFormatter {
  /// The largest of 64 bits.
  @inlinable
  static var largestPowerOfTen: UInt64 { 10_000_000_000_000_000_000 }

  /// Writes `value` in decimal digits.
  ///
  /// - Returns: the byte after the last one written (at most 20).
  @inlinable
  public static func writeInteger(
    _ value: UInt64, to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var digits = 1
    if value >= largestPowerOfTen {
      digits = 20
    } else {
      // No bound overflows: the last one is the largest power of ten.
      var bound: UInt64 = 10
      while value >= bound {
        digits &+= 1
        bound &*= 10
      }
    }
    var rest = value
    var end = out + digits
    while rest >= 100 {
      let quotient = rest / 100
      let pair = Int(truncatingIfNeeded: rest &- quotient &* 100) &* 2
      end -= 2
      end[0] = pairsOfDigits.utf8Start[pair]
      end[1] = pairsOfDigits.utf8Start[pair + 1]
      rest = quotient
    }
    if rest >= 10 {
      end[-2] = pairsOfDigits.utf8Start[Int(rest) * 2]
      end[-1] = pairsOfDigits.utf8Start[Int(rest) * 2 + 1]
    } else {
      end[-1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
    }
    return out + digits
  }
}

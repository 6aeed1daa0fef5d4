/// A natural number of any size, for comparisons whose products leave 128 bits.
package struct Natural: Hashable, Sendable {
  /// Base 2⁶⁴, the lowest first, the last one not 0.
  private var limbs: [UInt64]

  package init(_ value: UInt128) {
    limbs = [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)]
    trim()
  }

  /// - Parameter value: ≥ 0.
  package init(_ value: some BinaryInteger) { self.init(UInt128(value)) }

  private init(limbs: [UInt64]) {
    self.limbs = limbs
    trim()
  }

  package var isZero: Bool { limbs.isEmpty }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  package static func + (a: Natural, b: Natural) -> Natural {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    var sum = long
    var carry: UInt64 = 0
    for index in long.indices {
      let (partial, first) = long[index].addingReportingOverflow(index < short.count ? short[index] : 0)
      let (limb, second) = partial.addingReportingOverflow(carry)
      sum[index] = limb
      carry = first || second ? 1 : 0
    }
    if carry > 0 { sum.append(carry) }
    return Natural(limbs: sum)
  }

  /// - Complexity: O(*a* · *b*), the lengths of both.
  package static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.limbs.enumerated() {
        let sum =
          UInt128(x) * UInt128(y) + UInt128(product[i + j]) + UInt128(carry)
        product[i + j] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      product[i + b.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  /// How far `a` and `b` lie apart, and whether `a` is the larger one.
  package static func difference(_ a: Natural, _ b: Natural) -> (magnitude: Natural, isPositive: Bool) {
    guard a >= b else { return (difference(b, a).magnitude, false) }
    var rest = a.limbs
    var borrow: UInt64 = 0
    for index in rest.indices {
      let (partial, first) = rest[index].subtractingReportingOverflow(
        index < b.limbs.count ? b.limbs[index] : 0)
      let (limb, second) = partial.subtractingReportingOverflow(borrow)
      rest[index] = limb
      borrow = first || second ? 1 : 0
    }
    return (Natural(limbs: rest), a != b)
  }
}

extension Natural: Comparable {
  package static func < (a: Natural, b: Natural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for (x, y) in zip(a.limbs.reversed(), b.limbs.reversed()) where x != y { return x < y }
    return false
  }
}

extension Natural: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: UInt64) { self.init(UInt128(value)) }
}

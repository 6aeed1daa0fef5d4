import ExactValues
import TestSupport
import Testing

struct NaturalTests {
  @Test func `products and comparisons beyond 128 bits are those of long multiplication`() {
    var random = SeededGenerator(71)
    for _ in 0..<2_000 {
      let numbers = (0..<3).map { _ in
        UInt128.random(in: 0...(.max >> Int.random(in: 0...120, using: &random)), using: &random)
      }
      let (a, b, c) = (Natural(numbers[0]), Natural(numbers[1]), Natural(numbers[2]))
      #expect((a < b) == (numbers[0] < numbers[1]) && (a == b) == (numbers[0] == numbers[1]))
      #expect(a * b == b * a)
      #expect((a + b) * c == a * c + b * c)
      #expect((a * b) * c == a * (b * c))
      let (high, low) = numbers[0].multipliedFullWidth(by: numbers[1])
      #expect(a * b == Natural(high) * Natural(1 << 127 as UInt128) * 2 + Natural(low))
      let (gap, isPositive) = Natural.difference(a * c, b * c)
      #expect(isPositive == (a * c > b * c))
      #expect(isPositive ? b * c + gap == a * c : a * c + gap == b * c)
    }
    #expect(Natural(0).isZero && !(Natural(1) < 1))
  }
}

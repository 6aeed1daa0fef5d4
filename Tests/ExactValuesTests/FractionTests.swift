import ExactValues
import TestSupport
import Testing

struct FractionTests {
  @Test(arguments: [
    (1, 3, "0.333333"), (2, 3, "0.666667"), (130, 9, "14.444444"), (77, 5, "15.4"), (15, 1, "15"),
    // Half to even, at the sixth decimal.
    (1, 2_000_000, "0"), (3, 2_000_000, "0.000002"), (5, 2_000_000, "0.000002"),
    (39_999_997, 2_000_000, "19.999998"), (0, 7, "0"),
    // Never up to a threshold that is not reached.
    (39_999_999, 2_000_000, "19.999999"), (99_999_999, 10_000_000, "9.999999"),
    (123_449_999_999, 10_000_000_000, "12.344999"), (123_450_000_001, 10_000_000_000, "12.345"),
    (123_456_699_999, 10_000_000_000, "12.34567"),
  ])
  func `a fraction is written with at most six decimals, half to even`(p: Int, q: Int, text: String) {
    #expect(Fraction(Int128(p), Int128(q)).decimalText() == text)
  }

  @Test func `there is no fraction over nothing, and none below 0`() {
    #expect(Fraction(numerator: 6, denominator: 4) == Fraction(3, 2))
    for (numerator, denominator) in [(1, 0), (0, 0), (-1, 2), (1, -2), (-1, -2)] as [(Int128, Int128)] {
      #expect(Fraction(numerator: numerator, denominator: denominator) == nil)
    }
  }

  @Test func `no printed mean reaches a threshold that the mean does not reach`() throws {
    var random = SeededGenerator(5)
    var cut = 0
    for round in 0..<4_000 {
      // A threshold of some decimals, and a mean as near to it as the sixth decimal or much nearer.
      var scale: Int128 = 1
      for _ in 0..<(round % 16) { scale *= 10 }
      let unit = FixedDecimal.unitsPerOne / scale
      let bound = FixedDecimal(units: .random(in: 1...20 * scale, using: &random) * unit)
      let weight = Int128.random(in: 1...1_000_000, using: &random)
      let reach = max(1, weight * 10_000_000_000 >> Int128.random(in: 0...50, using: &random))
      let distance = Int128.random(in: -reach...reach, using: &random)
      let mean = Fraction(max(0, bound.units * weight + distance), FixedDecimal.unitsPerOne * weight)
      let halfEven = try FixedDecimal(parsing: mean.decimalText(digits: 6))
      #expect(mean.isPrinted(as: halfEven))
      for given in [bound.fraction, nil] {
        let printed = try FixedDecimal(parsing: mean.decimalText(under: given))
        #expect(mean.isPrinted(as: printed))
        #expect(printed == halfEven || printed.units == halfEven.units - 1_000_000_000)
        if printed != halfEven { cut += 1 }
        if given != nil || round % 16 <= 4 {
          #expect(mean >= bound.fraction || printed < bound, "\(mean) under \(bound)")
        }
      }
      // Anything else beside it is a contradiction.
      #expect(!mean.isPrinted(as: FixedDecimal(units: halfEven.units + 1_000_000_000)))
    }
    #expect(cut > 400)
  }

  @Test func `a fraction is always reduced, and reads back what it writes`() {
    #expect(Fraction(260, 18).description == "130/9")
    #expect(Fraction(30, 2).description == "15")
    let large = "\(Int128.max)"
    for text in ["130/9", "15", "0", "\(large)/2"] { #expect(Fraction(parsing: text)?.description == text) }
    for text in ["12.345", "12,34500", "24690/2000"] {
      #expect(Fraction(parsing: text) == Fraction(2469, 200))
    }
    #expect(Fraction(parsing: large + "0/3") == nil)
    for text in [
      "", "/", "1/", "/2", "1/0", "1/2/3", "-1/2", "1.5/2", "12-mai", "1 /2", "1.", "1.0000000000000001",
    ] {
      #expect(Fraction(parsing: text) == nil, "\(text)")
    }
  }

  @Test func `fractions of the largest terms are compared exactly`() {
    let large = Int128(1) << 100
    #expect(Fraction(large, large + 1) < Fraction(large + 1, large + 2))
    #expect(!(Fraction(1, 3) < Fraction(1, 3)))
  }

  @Test func `the column formatter writes what a single fraction does`() {
    var random = SeededGenerator(1)
    let denominators: [Int64] =
      [1, 2, 3, 10_000, 16_770_000, 360_000, 9_973, 6_700_417, 999_999_000_001, 1 << 40]
      + (0..<40).map { _ in
        Int64.random(in: 1...1_000_000, using: &random)
      } + [2_305_843_009_213_693_951, 1_048_583 * 1_048_589]
    for denominator in denominators {
      let formatter = FractionFormatter(denominator: denominator)
      let largest = denominator.multipliedReportingOverflow(by: 20).overflow ? .max : denominator * 20
      for _ in 0..<200 {
        let numerator = Int64.random(in: 0...largest, using: &random)
        let fraction = Fraction(Int128(numerator), Int128(denominator))
        #expect(text { formatter.writeExact(numerator, to: $0) } == fraction.description)
        #expect(
          text { formatter.writeDecimal(numerator, point: UInt8(ascii: "."), to: $0) }
            == fraction.decimalText())
      }
      #expect(text { formatter.writeExact(denominator, to: $0) } == "1")
      #expect(text { formatter.writeExact(0, to: $0) } == "0")
    }
  }

  @Test func `integers have all their digits on both sides of every power of ten`() {
    var power: UInt64 = 1
    for _ in 0..<20 {
      for value in [power - 1, power, power + 1] {
        #expect(text { FractionFormatter.writeInteger(value, to: $0) } == String(value))
      }
      power &*= 10
    }
    #expect(text { FractionFormatter.writeInteger(.max, to: $0) } == String(UInt64.max))
  }

  private func text(_ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: FractionFormatter.longestText) {
      write($0.baseAddress!) - $0.baseAddress!
    }
  }

  @Test func `an exact divisor finds exactly the multiples`() {
    var random = SeededGenerator(2)
    for _ in 0..<2_000 {
      let divisor = ExactDivisor(UInt64.random(in: 1...5_000, using: &random))
      let number = UInt64.random(in: 0...(.max), using: &random) >> UInt64.random(in: 0...63, using: &random)
      let expected = number % divisor.value == 0 ? number / divisor.value : nil
      #expect(divisor.exactQuotient(number) == expected)
      let multiple = number / divisor.value * divisor.value
      #expect(divisor.exactQuotient(multiple) == multiple / divisor.value)
    }
  }
}

import ExactValues
import TestSupport
import Testing

struct FixedDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("12.5", "12.5"), ("12,5", "12.5"), ("0.0001", "0.0001"), ("007.50", "7.5"),
    ("12.300000000000001", "12.300000000000001"), ("12,299999999999999", "12.299999999999999"),
    ("12.30000000000000000", "12.3"), ("20.000000000000000000000000000000000", "20"),
    ("999999999999999.999999999999999", "999999999999999.999999999999999"), ("000000000000000000001", "1"),
    ("0.000000000000001", "0.000000000000001"),
  ])
  func `a decimal is read with a point or a comma and up to fifteen decimals that count`(
    text: String, shortest: String
  ) throws {
    #expect(try FixedDecimal(parsing: text).description == shortest)
  }

  @Test(arguments: [
    ("", DecimalDefect.notADecimal), (".5", .notADecimal), ("5.", .notADecimal), ("-1", .notADecimal),
    ("+1", .notADecimal), ("1e3", .notADecimal), ("1 000", .notADecimal), ("1.5.2", .notADecimal),
    ("1,5,2", .notADecimal), ("0x10", .notADecimal), ("١٢", .notADecimal), ("NaN", .notADecimal),
    ("1.0000000000000001", .tooManyDecimals), ("1.00000000000000000000000000000001", .tooManyDecimals),
    ("1000000000000000", .tooLarge), ("99999999999999999999999999999999999999999.5", .tooLarge),
    ("1.0000000000000001x", .notADecimal),
  ])
  func `what is no decimal of at most fifteen decimals is refused`(text: String, defect: DecimalDefect) {
    #expect(throws: defect) { try FixedDecimal(parsing: text) }
  }

  @Test func `zeros behind the last decimal count for nothing`() throws {
    var random = SeededGenerator(3)
    for _ in 0..<2_000 {
      let whole = String(Int.random(in: 0...20, using: &random))
      let decimals = (0..<Int.random(in: 1...15, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }
      let text = "\(whole).\(decimals.joined())"
      let zeros = String(repeating: "0", count: Int.random(in: 1...20, using: &random))
      let value = try FixedDecimal(parsing: text)
      #expect(try FixedDecimal(parsing: text + zeros) == value)
      #expect(try FixedDecimal(parsing: value.description) == value)
      #expect(Fraction(parsing: text) == value.fraction)
      #expect(value.tenThousandths.map { FixedDecimal(tenThousandths: $0) } ?? value == value)
    }
  }

  @Test func `a mark is at most twenty`() throws {
    #expect(Mark(try FixedDecimal(parsing: "20")) != nil)
    #expect(Mark(try FixedDecimal(parsing: "20.000000000000001")) == nil)
    #expect(Mark(units: -1) == nil)
    #expect(Mark("12.50").description == "12.5")
    #expect(Mark("12.3456").tenThousandths == 123_456)
    #expect(Mark("12.34567").tenThousandths == nil)
  }

  @Test func `cells hold marks of any fineness, in a common unit where there is one`() {
    var random = SeededGenerator(4)
    for denominators in [[1, 4], [3, 7], [3, 1_000_000_007], [100_000_000], [1_000_000_000_000_000, 1]] {
      let marks = (0..<50).map { index -> Fraction? in
        let denominator = Int128(denominators[index % denominators.count])
        return index % 9 == 8 ? nil : Fraction(.random(in: 0...20 * denominator, using: &random), denominator)
      }
      let cells = MarkCells(marks)
      let common = cells.inCommonUnit()
      #expect((0..<50).map { cells[$0] } == marks && (0..<50).map { common[$0] } == marks)
      #expect(common.listed.isEmpty == (denominators.reduce(1, *) <= 100_000_000))
      let rows: [UInt32] = [7, 8, 3]
      #expect((0..<3).map { cells.gathered(rows)[$0] } == rows.map { marks[Int($0)] })
    }
  }
}

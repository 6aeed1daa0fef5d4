import ExactValues
import Testing

struct FixedDecimalTests {
  @Test(arguments: [
    ("0", 0), ("12", 120_000), ("12.5", 125_000), ("12,5", 125_000), ("0.0001", 1), ("007.50", 75_000),
    ("20.0000", 200_000),
  ])
  func `reads a point or a comma and up to four decimals`(text: String, units: Int64) throws {
    #expect(try FixedDecimal(parsing: text).units == units)
  }

  @Test(arguments: [
    ("", DecimalDefect.notADecimal), (".5", .notADecimal), ("5.", .notADecimal), ("-1", .notADecimal),
    ("+1", .notADecimal), ("1e3", .notADecimal), ("1 000", .notADecimal), ("1.5.2", .notADecimal),
    ("1,5,2", .notADecimal), ("0x10", .notADecimal), ("١٢", .notADecimal), ("NaN", .notADecimal),
    ("1.00000", .tooManyDecimals), ("99999999999999999999", .tooLarge),
  ])
  func `refuses anything else`(text: String, defect: DecimalDefect) {
    #expect(throws: defect) { try FixedDecimal(parsing: text) }
  }

  @Test func `a mark is at most twenty`() throws {
    #expect(Mark(try FixedDecimal(parsing: "20")) != nil)
    #expect(Mark(try FixedDecimal(parsing: "20.0001")) == nil)
    #expect(Mark(units: -1) == nil)
    #expect(Mark("12.50").description == "12.5")
  }
}

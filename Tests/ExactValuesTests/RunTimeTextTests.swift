import ExactValues
import Foundation
import TestSupport
import Testing

struct RunTimeTextTests {
  @Test func `a mark is made from text at run time, and text that is none says why`() throws {
    for (text, mark) in [("0", 0), ("20", 20), ("15,5", "15.5"), ("15.50", "15.5")] as [(String, Mark)] {
      #expect(try Mark(text) == mark)
      #expect(try Mark(text[...]) == mark)
    }
    for (text, defect) in [
      ("", .notADecimal), ("-1", .notADecimal), ("15/2", .notADecimal), ("20.1", .overTwenty),
      ("1.0000000000000001", .tooManyDecimals), ("1000000000000000", .tooLarge),
    ] as [(String, DecimalDefect)] {
      #expect(throws: defect, "\(text)") { try Mark(text) }
    }
  }

  @Test func `a fraction is made from text at run time, and text that is none says why`() throws {
    for (text, value) in [("7/2", Fraction(7, 2)), ("3,5", Fraction(7, 2)), ("6/4", Fraction(3, 2))] {
      #expect(try Fraction(text) == value)
    }
    let large = "1" + String(repeating: "0", count: 40)
    for (text, defect) in [
      ("", .notADecimal), ("1/", .notADecimal), ("/2", .notADecimal), ("1/0", .notADecimal),
      ("\(large)x/2", .notADecimal), ("\(large)/2", .tooLarge), ("2/\(large)", .tooLarge),
    ] as [(String, DecimalDefect)] {
      #expect(throws: defect, "\(text)") { try Fraction(text) }
    }
  }

  @Test func `a date is made from text at run time, and text that is none says why`() throws {
    #expect(try CalendarDate("15/03/2008" as String) == "2008-03-15")
    #expect(throws: DateDefect.notADate) { try CalendarDate("15.03.2008" as String) }
    #expect(throws: DateDefect.noSuchDay) { try CalendarDate("2023-02-29" as String) }
  }

  @Test func `values are coded as their text, and other text is refused`() throws {
    struct Values: Codable, Equatable {
      var mark: Mark
      var decimal: FixedDecimal
      var fraction: Fraction
      var date: CalendarDate
    }
    let values = Values(
      mark: "15.75", decimal: "12.000000000000001", fraction: Fraction(241, 17), date: "2008-03-15")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(values)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"date":"2008-03-15","decimal":"12.000000000000001","fraction":"241/17","mark":"15.75"}"#)
    #expect(try JSONDecoder().decode(Values.self, from: json) == values)
    for (good, bad) in [
      ("15.75", "20.01"), ("12.000000000000001", "1e3"), ("241/17", "1/0"), ("2008-03-15", "2008"),
    ] {
      let damaged = String(decoding: json, as: UTF8.self).replacingOccurrences(of: good, with: bad)
      #expect(throws: DecodingError.self, "\(bad)") {
        try JSONDecoder().decode(Values.self, from: Data(damaged.utf8))
      }
    }
  }

  @Test func `the partitioning index is the first of those that meet the condition`() {
    for count in 0...9 {
      for first in 0...count {
        #expect(Array(0..<count).partitioningIndex { $0 >= first } == first)
        #expect(Array(0..<count)[...].dropFirst(0).partitioningIndex { $0 >= first } == first)
      }
    }
  }
}

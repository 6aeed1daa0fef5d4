import DelimitedText
import Foundation
import Testing

@testable import Workbooks

/// What the cells of a sheet say, by the text that readers are given.
struct CellReadingTests {
  private func cell(_ xml: String, strings: [String] = [], formats: [String] = [], properties: String = "")
    throws
    -> String
  {
    let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
    let book = HandmadeWorkbook(
      "\(header)<row r=\"2\">\(xml)</row>", strings: strings, formats: formats, properties: properties)
    let rows = try book.read()
    return rows.count > 1 ? rows[1].joined(separator: "|") : ""
  }

  @Test(arguments: [
    ("12.1", "12.1"), ("12.0999999999999996", "12.1"), ("0.30000000000000004", "0.3"), ("12", "12"),
    ("12.50", "12.5"), ("007", "7"), ("-0", "0"), ("-0.0", "0"), ("-3.25", "-3.25"), ("1E+2", "100"),
    ("1.5E-3", "0.0015"), ("1E-7", "0.0000001"),
    ("12.333333333333334", "12.3333333333333"), ("16.666666666666668", "16.6666666666667"),
    ("0.1", "0.1"), ("8778424", "8778424"),
    ("9.9999999999999999", "10"), ("9.9999999999999982", "10"), ("99999999999999.95", "100000000000000"),
    ("5.5511151231257827E-17", "0.0000000000000000555111512312578"), ("999999999999999.4", "999999999999999"),
    (" 12 ", "12"), ("+4", "4"), ("1.0000000000000002", "1"), ("0.000012", "0.000012"), (".5", "0.5"),
    ("5.", "5"),
  ])
  func `a number is the decimal of at most 15 digits that it shows`(value: String, shown: String) throws {
    #expect(try cell("<c r=\"A2\"><v>\(value)</v></c>") == shown)
  }

  @Test func `the digits of any double are those that printf gives`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let value =
        Double(Int64.random(in: 0..<1 << 53, using: &generator)) / [1, 8, 1e3, 1e5, 3, 7e9, 1e15]
        .randomElement()!
      for text in ["\(value)", ShownNumberTests.seventeenDigits(value)] {
        let shown = Array(text.utf8).withUnsafeBufferPointer { ShownNumber($0) }
        let exact = ShownNumber(value)
        #expect(
          shown?.digits == exact.digits && shown?.exponent == exact.exponent,
          "\(text): \(String(describing: shown))")
      }
    }
  }

  @Test(arguments: ["abc", "", "0x10", "nan", "inf", "1,5", "--1", "1e", "."])
  func `what is no number is never read as one`(value: String) throws {
    let xml = "<c r=\"A2\"><v>\(value)</v></c>"
    if value.isEmpty { return #expect(try cell(xml).isEmpty) }
    let error = #expect(throws: InputDefects.self) { try cell(xml) }
    #expect(error?.first[0].reason as? WorkbookDefect == .damaged(.cell("A2")))
  }

  @Test(arguments: [
    ("<c t=\"s\"><v>0</v></c>", "E1"), ("<c t=\"s\"><v>1</v></c>", "richtext"),
    ("<c t=\"s\"><v>2</v></c>", ""),
    ("<c t=\"inlineStr\"><is><t>a</t></is></c>", "a"),
    ("<c t=\"inlineStr\"><is><r><t>a</t></r><r><rPr/><t>b</t></r><rPh><t>c</t></rPh></is></c>", "ab"),
    ("<c t=\"str\"><f>A1</f><v>x</v></c>", "x"), ("<c t=\"str\"><f>A1</f><v></v></c>", ""),
    ("<c t=\"b\"><v>1</v></c>", "vrai"), ("<c t=\"b\"><v>0</v></c>", "faux"),
    ("<c><f>1+1</f><v>2</v></c>", "2"), ("<c t=\"inlineStr\"><is><t>&lt;&amp;é&#233;</t></is></c>", "<&éé"),
    ("<c t=\"inlineStr\"><is><t>a_x0041_b_x005F_x0041_</t></is></c>", "aAb_x0041_"),
    ("<c t=\"inlineStr\"><is><t>_xD83D__xDE00_ _xD83D_ _x00g0_ _x12</t></is></c>", "😀 \u{FFFD} _x00g0_ _x12"),
    ("<c t=\"inlineStr\"><is><t>a_x000D_\nb\nc\r\nd</t></is></c>", "a\rb\rc\rd"),
    ("<c t=\"inlineStr\"><is><t>say \"x\"\tand</t></is></c>", "say \"x\"\tand"),
    ("<c t=\"inlineStr\"><is><t>\"</t></is></c>", "\""),
    ("<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>", " a "),
    ("<c t=\"inlineStr\"><is><t><![CDATA[<a>]]>b</t></is></c>", "<a>b"),
    ("<c t=\"inlineStr\"><is><t>='12,1</t></is></c>", "='12,1"), ("<c s=\"1\"/>", ""), ("<c><v/></c>", ""),
  ])
  func `texts, booleans and results are read`(xml: String, shown: String) throws {
    let strings = [
      "<t>E1</t>", "<r><t>rich</t></r><r><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh>", "",
    ]
    #expect(try cell(xml, strings: strings) == shown)
  }

  @Test(arguments: [
    ("dd/mm/yyyy", "45351", "2024-02-29"), ("dd/mm/yyyy", "45351.5", "2024-02-29 12:00:00"),
    ("dd/mm/yyyy", "1", "1900-01-01"), ("dd/mm/yyyy", "59", "1900-02-28"), ("dd/mm/yyyy", "60", "1900-02-29"),
    ("dd/mm/yyyy", "61", "1900-03-01"), ("dd/mm/yyyy", "2958465", "9999-12-31"),
    ("dd/mm/yyyy", "2958466", "2958466"), ("dd/mm/yyyy", "-1", "-1"), ("dd/mm/yyyy", "0", "1900-01-00"),
    ("[$-40C]d mmmm yyyy;@", "36526", "2000-01-01"), ("mmm", "36526", "2000-01-01"),
    ("hh:mm", "0.75", "18:00:00"),
    ("[h]:mm", "0.25", "06:00:00"), ("mm:ss", "0.5", "12:00:00"), ("hh:mm", "45351", "2024-02-29 00:00:00"),
    ("yyyy\\-mm\\-dd hh:mm:ss", "45351.999999", "2024-03-01"), ("0.00", "12.1", "12.1"), ("0%", "0.5", "50%"),
    ("0.0\\ %", "0.125", "12.5%"),
    ("0\\%", "12", "12"), ("00000000;@", "8778424", "08778424"), ("[Red]0000_);-0000", "12", "0012"),
    ("&quot;n&quot;0000", "12", "12"),
    ("&quot;day&quot; 0", "12", "12"), ("\\d0", "12", "12"), ("[Red]0", "12", "12"), ("0_d", "12", "12"),
    ("General", "45351", "45351"), ("00000000", "8778424", "08778424"), ("00000000", "1.5", "1.5"),
    ("00", "123", "123"), ("0", "7", "7"), ("#,##0 [$€-40C]", "12", "12"), ("0.0E+00", "12", "12"),
    ("@", "12", "12"), ("0;dd", "12", "12"),
  ])
  func `a number format makes days, times and leading zeros of a number, and changes nothing else`(
    code: String, value: String, shown: String
  ) throws {
    #expect(try cell("<c r=\"A2\" s=\"1\"><v>\(value)</v></c>", formats: [code]) == shown)
  }

  @Test func `a workbook may count its days from 1904`() throws {
    for (value, shown) in [("0", "1904-01-01"), ("43889", "2024-02-29"), ("1.5", "1904-01-02 12:00:00")] {
      let xml = "<c s=\"1\"><v>\(value)</v></c>"
      #expect(try cell(xml, formats: ["d/m/yy"], properties: "date1904=\"1\"") == shown)
    }
  }

  @Test func `the built-in formats are known by their numbers`() throws {
    let dates = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
    let times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]
    for id in 0...60 {
      let expected: CellFormat =
        dates.contains(id)
        ? .date : times.contains(id) ? .time : id == 22 ? .dateAndTime : 9...10 ~= id ? .percent : .number
      #expect(CellFormat(builtIn: id) == expected, "\(id)")
    }
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29"), ("2024-02-29T00:00:00", "2024-02-29"),
    ("2024-02-29T00:00:00.000Z", "2024-02-29"),
    ("2024-02-29T08:30:00", "2024-02-29 08:30:00"),
  ])
  func `a date may be written in full`(value: String, shown: String) throws {
    #expect(try cell("<c t=\"d\"><v>\(value)</v></c>") == shown)
  }
}

enum ShownNumberTests {
  static func seventeenDigits(_ value: Double) -> String {
    // As C programs write doubles.
    var text = [CChar](repeating: 0, count: 400)
    _ = withVaList([value]) { vsnprintf(&text, text.count, "%.17g", $0) }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

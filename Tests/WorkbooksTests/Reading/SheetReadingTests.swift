import DelimitedText
import ExactValues
import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Rows, sheets and parts as odd as programs write them.
struct SheetReadingTests {
  private func text(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  private func row(_ number: Int, _ cells: String...) -> String {
    let letters = ["A", "B", "C", "D", "E"]
    let xml = zip(letters, cells).map { $1.isEmpty ? "" : text("\($0)\(number)", $1) }
    return "<row r=\"\(number)\">\(xml.joined())</row>"
  }

  // MARK: Rows

  @Test(arguments: [
    // Rows and cells without references.
    ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>", [["1", "2"], ["", "3"]]),
    // Gaps between rows and cells, and short rows.
    (
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row><row r=\"4\"><c r=\"A4\"><v>3</v></c></row>",
      [["1", "", "2"], [""], [""], ["3", "", ""]]
    ),
    // Empty rows above and below, and cells that hold spaces alone.
    (
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" s=\"0\"/></row>"
        + "<row r=\"5\"><c r=\"A5\" t=\"str\"><v> &#160;</v></c></row>", [[""], ["1"]]
    ),
    // A cell of spaces to the right of the header.
    ("<row><c><v>1</v></c></row><row><c><v>2</v></c><c t=\"str\"><v> </v></c></row>", [["1"], ["2"]]),
    // References in lower case, and a row without one behind one that has.
    (
      "<row r=\"3\"><c r=\"b3\"><v>1</v></c><c><v>2</v></c></row><row><c r=\"C4\"><v>5</v></c></row>",
      [[""], [""], ["", "1", "2"], ["", "", "5"]]
    ),
    // Elements of other programs, inside and around.
    (
      "<row r=\"1\" x14ac:dyDescent=\"0.25\" spans=\"1:9\"><c r=\"A1\"><v>1</v><extLst><ext><v>9</v></ext></extLst></c>"
        + "<extLst><c r=\"B1\"><v>9</v></c></extLst></row>", [["1"]]
    ),
    (
      "<mc:AlternateContent><mc:Choice Requires=\"x99\"><row r=\"1\"><c r=\"A1\"><v>8</v></c></row></mc:Choice>"
        + "<mc:Fallback><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></mc:Fallback></mc:AlternateContent>"
        + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>", [["1"], ["2"]]
    ),
  ])
  func `rows are read at their numbers`(xml: String, rows: [[String]]) throws {
    #expect(try HandmadeWorkbook(xml).read() == rows)
  }

  @Test func `a dimension that lies is not believed`() throws {
    var book = HandmadeWorkbook("<row><c><v>1</v></c><c><v>2</v></c></row>")
    book.edit("xl/worksheets/sheet1.xml", "<sheetData>", "<dimension ref=\"A1:A1\"/><sheetData>")
    #expect(try book.read() == [["1", "2"]])
  }

  @Test func `prefixes and the strict kind of the format are read`() throws {
    var book = HandmadeWorkbook("", strings: ["<t>a</t>"])
    book.add(
      "xl/worksheets/sheet1.xml",
      """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">\
      <x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData>\
      </x:worksheet>
      """)
    book.edit("xl/workbook.xml", "sheet ", "x:sheet ")
    book.edit(
      "xl/workbook.xml", "<workbook ", "<workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" ")
    book.edit(
      "xl/_rels/workbook.xml.rels", HandmadeWorkbook.relationships,
      "http://purl.oclc.org/ooxml/officeDocument/relationships")
    book.edit(
      "_rels/.rels", HandmadeWorkbook.relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    #expect(try book.read() == [["a", "b"]])
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `parts may be UTF-16, or have a byte order mark`(encoding: String.Encoding) throws {
    var book = HandmadeWorkbook(row(1, "élève"))
    let xml = HandmadeWorkbook.sheet(row(1, "élève"))
    book.add("xl/worksheets/sheet1.xml", Array(("\u{FEFF}" + xml).data(using: encoding)!))
    #expect(try book.read() == [["élève"]])
    book.add("xl/worksheets/sheet1.xml", Array("\u{FEFF}\(xml)".utf8))
    #expect(try book.read() == [["élève"]])
  }

  @Test func `a header is found where it is said to be`() throws {
    let book = HandmadeWorkbook(row(1, "Titre") + row(3, "a", "b") + row(4, "1", "2"))
    #expect(try book.read(headerRow: 3) == [[""], [""], ["a", "b"], ["1", "2"]])
    let columns = [ColumnSpecification("a", .text), ColumnSpecification("b", .text)]
    #expect(try table(book.bytes, headerRow: 3, columns: columns).text("b")[0] == "2")
    #expect(
      errors(book.bytes, headerRow: 2, columns: columns)
        == ["f.xlsx#Notes:2: : row 2, which should be the header, is empty"])
  }

  @Test func `a title above the header is shown, and where the names stand`() {
    let book = HandmadeWorkbook(row(1, "Promo 2025") + row(3, "eleve", "note") + row(4, "E1", "12"))
    let columns = [ColumnSpecification("eleve", .identifier), ColumnSpecification("note", .mark)]
    #expect(
      errors(book.bytes, columns: columns) == [
        "f.xlsx#Notes:1: eleve: no such column in the header, which reads: Promo 2025; "
          + "the names stand in row 3: delete the rows above it",
        "f.xlsx#Notes:1: note: no such column in the header; the names stand in row 3: delete the rows above it",
      ])
  }

  // MARK: Sheets

  private func sheets(_ states: (String, String)...) -> HandmadeWorkbook {
    HandmadeWorkbook(
      sheets: states.map { name, state in (name, state, HandmadeWorkbook.sheet(row(1, name))) })
  }

  @Test func `the first sheet that is shown is read, and a hidden one by its name`() throws {
    let book = sheets(("a", "hidden"), ("b", "veryHidden"), ("c", "visible"), ("d", "visible"))
    #expect(try HandmadeWorkbook.read(book.bytes) == .init(rows: [["c"]], file: "f.xlsx#c"))
    #expect(try book.read(sheet: "b") == [["b"]])
    let hidden = errors(sheets(("a", "hidden")).bytes, columns: [])
    #expect(hidden == ["f.xlsx:1: : every sheet is hidden: name one behind #: a"])
  }

  @Test(arguments: [
    ("Élèves d&apos;ici", "eleves D’ICI", "Élèves d'ici"), ("A#1", "a#1", "A#1"),
    ("Promo 2A", "PROMO_2A", "Promo 2A"),
    ("&quot;x&quot;", "\"x\"", "\"x\""), ("e\u{301}te\u{301}", "été", "e\u{301}te\u{301}"), ("#", "#", "#"),
  ])
  func `a sheet's name is compared as names are`(xml: String, asked: String, name: String) throws {
    let book = HandmadeWorkbook(sheets: [
      ("Autre", "visible", HandmadeWorkbook.sheet("")), (xml, "visible", HandmadeWorkbook.sheet(row(1, "x"))),
    ])
    #expect(
      try HandmadeWorkbook.read(book.bytes, sheet: asked) == .init(rows: [["x"]], file: "f.xlsx#\(name)"))
  }

  @Test func `a sheet that is not there, has no name or is not the only one is refused`() {
    let book = sheets(("Été", "visible"), ("ete", "hidden"))
    #expect(
      errors(book.bytes, sheet: "x", columns: []) == [
        "f.xlsx:1: : no sheet is called x; the sheets are: Été, ete"
      ])
    #expect(
      errors(book.bytes, sheet: "", columns: []) == [
        "f.xlsx:1: : no name of a sheet behind #: give one, or leave out the #"
      ])
    #expect(
      errors(book.bytes, sheet: "ÉTÉ", columns: [])
        == ["f.xlsx:1: : several sheets are called ÉTÉ: write the exact name: Été or ete"])
    #expect(errors(book.bytes, sheet: "ete", columns: []).isEmpty)
  }

  @Test func `charts are no tables`() throws {
    var book = sheets(("a", "visible"), ("b", "visible"))
    book.edit(
      "xl/_rels/workbook.xml.rels", "worksheet\" Target=\"worksheets/sheet1",
      "chartsheet\" Target=\"worksheets/sheet1")
    #expect(try book.read() == [["b"]])
    #expect(
      errors(book.bytes, sheet: "a", columns: []) == [
        "f.xlsx:1: : the sheet a is a chart or a dialogue, not a table"
      ])
  }

  @Test func `a file whose name holds the number sign goes first`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xlsx", [1])
    let path = folder.url.appendingPathComponent("a.xlsx").path
    #expect(TablePath(path + "#b#c").file == path && TablePath(path + "#b#c").sheet == "b#c")
    try folder.write("a.xlsx#b", [1])
    #expect(TablePath(path + "#b").sheet == nil)
    #expect(TablePath(path + "#b#c").file == path + "#b")
    #expect(TablePath("nowhere.xlsx#b") == TablePath("nowhere.xlsx#b"))
    #expect(TablePath("nowhere.xlsx#b").sheet == nil && TablePath("-").file == "-")
  }

  // MARK: Parts

  @Test func `parts are found by their relationships, wherever they are`() throws {
    var book = HandmadeWorkbook(row(1, "a"), strings: ["<t>b</t>"])
    book.edit("xl/worksheets/sheet1.xml", "</row>", "<c t=\"s\"><v>0</v></c></row>")
    for (target, name) in [
      ("/xl/feuilles/un.xml", "xl/feuilles/un.xml"), ("./x/../Un%201.xml", "xl/Un 1.xml"),
      ("../un.xml", "UN.XML"),
      ("a/b.xml", "xl\\a\\b.xml"),
    ] {
      var moved = book
      moved.edit("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target)
      moved.rename("xl/worksheets/sheet1.xml", to: name)
      #expect(try moved.read() == [["a", "b"]], "\(target)")
    }
    book.edit("_rels/.rels", "xl/workbook.xml", "/xl/main.xml")
    book.rename("xl/workbook.xml", to: "xl/main.xml")
    book.rename("xl/_rels/workbook.xml.rels", to: "xl/_rels/main.xml.rels")
    #expect(try book.read() == [["a", "b"]])
  }

  @Test func `a workbook without shared texts or styles is read`() throws {
    var book = HandmadeWorkbook("<row><c s=\"5\"><v>1</v></c></row>")
    book.remove("xl/styles.xml")
    #expect(try book.read() == [["1"]])
  }
}

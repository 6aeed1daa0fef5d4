import ExactValues
import Foundation
import TestSupport
import Testing

@testable import DelimitedText
@testable import Workbooks

/// Errors, the cells they name, and what is refused.
struct SheetDefectTests {
  private let columns = [
    ColumnSpecification("eleve", .identifier), ColumnSpecification("note", .mark),
    ColumnSpecification("reçu", .boolean, isRequired: false),
    ColumnSpecification("naissance", .date, isRequired: false),
  ]

  private static let header =
    "<row r=\"1\"><c t=\"str\"><v>Élève</v></c><c t=\"str\"><v>Remarque</v></c><c t=\"str\"><v>note</v></c></row>"

  private func book(_ rows: String, after: String = "") -> HandmadeWorkbook {
    HandmadeWorkbook(Self.header + rows, after: after)
  }

  private func id(_ row: Int, _ name: String? = nil) -> String {
    "<c r=\"A\(row)\" t=\"str\"><v>\(name ?? "E\(row)")</v></c>"
  }

  @Test(arguments: [
    ("<c r=\"C2\"><v>21</v></c>", "2: note: out of range: 0 to 20 (E2, cell C2)"),
    (
      "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>",
      "2: note: the cell shows the error #N/A (E2, cell C2); mend the formula, or write the value"
    ),
    (
      "<c r=\"C2\"><v>1000000000000000</v></c>",
      "2: note: a number of more than 15 digits, of which a spreadsheet keeps 15 (E2, cell C2); format the column as text and write the value again"
    ),
    (
      "<c r=\"C2\"><f>1+1</f></c>",
      "2: note: a formula without a value (E2, cell C2); the workbook was not calculated: open it in the spreadsheet and save it"
    ),
    (
      "<c r=\"C2\"><f>1+1</f><v></v></c>",
      "2: note: a formula without a value (E2, cell C2); the workbook was not calculated: open it in the spreadsheet and save it"
    ),
    (
      "<c r=\"AB2\"><v>1</v></c><c r=\"AC2\"><v>1</v></c>",
      "2: : a filled cell to the right of the header (cell AB2); give its column a name, or empty the cell"
    ),
    (
      "<c r=\"C2\" t=\"s\"><v>7</v></c>",
      "2: : this is an Excel workbook, and it is damaged (cell C2 refers to a text that is not there): open it in the spreadsheet and save it"
    ),
  ])
  func `an error names the sheet, the row and the cell`(cell: String, error: String) {
    #expect(
      errors(book("<row r=\"2\">\(id(2))\(cell)</row>").bytes, columns: columns) == ["f.xlsx#Notes:\(error)"])
  }

  @Test(arguments: ["<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", "<c r=\"B2\"><f>1</f></c>"])
  func `what is wrong in a column that is not read does not matter`(cell: String) throws {
    let read = try table(
      book("<row r=\"2\">\(id(2))\(cell)<c r=\"C2\"><v>12.5</v></c></row>").bytes, columns: columns)
    #expect(read.marks("note")[0] == Fraction(25, 2))
  }

  @Test func `an error in the column of the identifier is one, and shows no text`() {
    let xml = "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"C2\"><v>12</v></c></row>"
    #expect(
      errors(book(xml).bytes, columns: columns) == [
        "f.xlsx#Notes:2: Élève: the cell shows the error #REF! (cell A2); mend the formula, or write the value"
      ])
  }

  @Test(arguments: [
    ("C2:C3", true), ("C2:D2", true), ("B2:C2", false), ("A1:C1", false), ("B2:B3", false), ("A2:A2", false),
    ("C4:C9", false), ("A1:A2", true), ("F2:F3", false), ("nonsense", false),
  ])
  func `merged cells that hide values of columns that are read are an error`(range: String, isError: Bool) {
    let rows =
      "<row r=\"2\">\(id(2))<c r=\"C2\"><v>12</v></c></row><row r=\"3\">\(id(3))</row>"
    let found = errors(
      book(rows, after: "<mergeCells count=\"1\"><mergeCell ref=\"\(range)\"/></mergeCells>").bytes,
      columns: columns)
    #expect(found.contains { $0.contains("cells \(range) are merged") } == isError, "\(found)")
    if !isError { #expect(found.isEmpty) }
  }

  @Test func `hidden rows are read, and said to be`() throws {
    let notes = ReadingNotes()
    let rows =
      "<row r=\"2\" hidden=\"1\">\(id(2))</row><row r=\"3\">\(id(3))</row><row r=\"5\" hidden=\"true\">\(id(5))</row>"
    let read = try table(book(rows).bytes, columns: columns, notes: notes)
    #expect(read.rowCount == 3 && read.line(ofRow: 2) == 5)
    #expect(
      Set(notes.all.map { "\($0)" })
        == Set([ReadingNote.hiddenRows(2), .blankRows(1), .ignoredColumns(["Remarque"])].map { "\($0)" }))
  }

  @Test func `booleans and dates of a sheet are read as those of CSV`() throws {
    var book = HandmadeWorkbook(
      """
      <row><c t="str"><v>eleve</v></c><c t="str"><v>note</v></c><c t="str"><v>RECU</v></c><c t="str"><v>naissance</v></c>\
      </row><row><c><v>8778424</v></c><c t="str"><v>12,1</v></c><c t="b"><v>1</v></c><c s="1"><v>39447</v></c></row>
      """, formats: ["dd/mm/yy"])
    let read = try table(book.bytes, columns: columns)
    #expect(read.text("eleve")[0] == "8778424" && read.marks("note")[0] == Fraction(121, 10))
    #expect(read.booleans("reçu") == [true] && "\(read.dates("naissance")[0])" == "2007-12-31")
    book.edit("xl/worksheets/sheet1.xml", "39447", "39447.5")
    #expect(
      errors(book.bytes, columns: columns)
        == ["f.xlsx#Notes:2: naissance: not a date (yyyy-mm-dd or dd/mm/yyyy) (8778424, cell D2)"])
  }

  @Test func `a header of a single column is not cut at commas`() throws {
    let book = HandmadeWorkbook("<row><c t=\"str\"><v>a, b; c</v></c></row><row><c><v>1</v></c></row>")
    #expect(try table(book.bytes, columns: [ColumnSpecification("a, b; c", .text)]).text("a, b; c")[0] == "1")
  }

  // MARK: What is refused

  private func reason(_ bytes: [UInt8], sheet: String? = nil) -> WorkbookDefect? {
    do {
      _ = try HandmadeWorkbook.read(bytes, sheet: sheet)
      return nil
    } catch {
      return (error as? InputDefects)?.first[0].reason as? WorkbookDefect
    }
  }

  @Test(
    arguments: [
      ("<row r=\"0\"/>", .damaged(.cell("1"))), ("<row r=\"x\"/>", .damaged(.cell("1"))),
      ("<row r=\"2\"/><row r=\"2\"/>", .damaged(.order("2"))),
      ("<row r=\"3\"/><row r=\"2\"/>", .damaged(.order("2"))),
      ("<row r=\"1048577\"/>", .tooLarge(.rows)), ("<row r=\"99999999999999999999\"/>", .damaged(.cell("1"))),
      ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", .damaged(.order("A1"))),
      ("<row><c r=\"A2\"/></row>", .damaged(.order("A2"))),
      ("<row><c r=\"XFE1\"/></row>", .tooLarge(.columns)),
      ("<row><c r=\"AAAAAAAAAAAA1\"/></row>", .damaged(.cell("A1"))),
      ("<row><c r=\"1\"/></row>", .damaged(.cell("A1"))),
      ("<row><c t=\"z\"><v>1</v></c></row>", .damaged(.cell("A1"))),
      ("<row><c t=\"b\"><v>2</v></c></row>", .damaged(.cell("A1"))),
      ("<row><c s=\"-1\"><v>2</v></c></row>", .damaged(.cell("A1"))), ("", .emptySheet),
      ("<row/>", .emptySheet),
    ] as [(String, WorkbookDefect)])
  func `a sheet that no program writes is refused`(rows: String, defect: WorkbookDefect) {
    #expect(reason(HandmadeWorkbook(rows).bytes) == defect)
  }

  @Test func `a cell in the last place of a sheet takes no memory for what is not there`() throws {
    let book = HandmadeWorkbook(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
    let bytes = book.bytes
    let count = try bytes.withUnsafeBytes { bytes in
      try Workbook(bytes, file: "f").withSheet { $0.bytes.count }
    }
    #expect(count < 1_048_576 + 100)
  }

  @Test func `a document type is refused`() {
    var book = HandmadeWorkbook("<row><c><v>1</v></c></row>")
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
    for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"] {
      var broken = book
      let index = broken.parts.firstIndex { $0.name == part }!
      broken.parts[index].text = Array(bomb.utf8) + broken.parts[index].text
      #expect(reason(broken.bytes) == .documentType, "\(part)")
    }
    book.edit("xl/worksheets/sheet1.xml", "<v>1</v>", "<v>&a;</v>")
    #expect(reason(book.bytes) == .damaged(.xml(part: "xl/worksheets/sheet1.xml", line: 1)))
  }

  @Test func `what unpacks to more than any workbook is refused`() throws {
    let part = WorkbookArchive.Part(name: "a", index: 0, packedBytes: 1_000_000, bytes: 0)
    #expect(throws: WorkbookFailure.self) { try part.check(unpacked: 300_000_000, 1 << 31) }
    #expect(throws: WorkbookFailure.self) { try part.check(unpacked: 1001, 1000) }
    // 100 000 rows of 12 columns.
    try part.check(unpacked: 60_000_000, WorkbookLimits.partBytes)
    var files = HandmadeWorkbook("<row><c><v>1</v></c></row>").parts.map {
      ($0.name, $0.text, UInt32($0.text.count))
    }
    let sheet = files.firstIndex { $0.0.hasSuffix("sheet1.xml") }!
    files[sheet].2 = .max - 1
    #expect(reason(storedArchive(files)) == .tooLarge(.size))
    let many = (0...WorkbookLimits.entries).map { ("\($0)", [UInt8](), UInt32(0)) }
    #expect(reason(storedArchive(files + many)) == .tooLarge(.entries))
  }

  @Test func `deep or endless XML is refused`() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(reason(HandmadeWorkbook("<row>\(deep)</row>").bytes) == .tooLarge(.nesting))
    let wide = String(repeating: " a", count: 2_000_000)
    #expect(reason(HandmadeWorkbook("<row x=\"\(wide)\"/>").bytes) == .tooLarge(.nesting))
    let long = String(repeating: "a", count: 1_100_000)
    #expect(reason(HandmadeWorkbook("<row><c t=\"str\"><v>\(long)</v></c></row>").bytes) == .tooLarge(.cell))
    var book = HandmadeWorkbook("<row/>", strings: ["<t>\(long)</t>"])
    #expect(reason(book.bytes) == .tooLarge(.cell))
    book = HandmadeWorkbook("<row/>", strings: ["<t>\(deep)</t>"])
    #expect(reason(book.bytes) == .tooLarge(.nesting))
  }

  @Test func `a text that many cells share makes no endless table`() {
    let text = String(repeating: "a", count: 900_000)
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    let book = HandmadeWorkbook("<row>\(cells)</row>", strings: ["<t>\(text)</t>"])
    #expect(reason(book.bytes) == .tooLarge(.size))
    // A row for each cell, as wide as the header.
    let header = (0..<16_384).map { "<c><v>\($0)</v></c>" }.joined()
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 5000)
    #expect(reason(HandmadeWorkbook("<row>\(header)</row>\(rows)").bytes) == .tooLarge(.size))
  }

  @Test func `a sheet without a part does not make way for the next one`() throws {
    let xml = HandmadeWorkbook.sheet("<row><c><v>1</v></c></row>")
    for (state, defect) in [("visible", WorkbookDefect.damaged(.missingPart("Lost"))), ("veryHidden", nil)] {
      var book = HandmadeWorkbook(sheets: [("Lost", state, xml), ("Other", "visible", xml)])
      book.edit("xl/_rels/workbook.xml.rels", "rId1", "rId99")
      #expect(reason(book.bytes) == defect)
    }
  }

  @Test func `what is no workbook is named for what it is`() throws {
    let book = HandmadeWorkbook("<row><c><v>1</v></c></row>")
    #expect(reason(Array(book.bytes.dropLast(30))) == .damaged(.archive))
    var other = book
    other.remove("xl/worksheets/sheet1.xml")
    #expect(reason(other.bytes) == .damaged(.missingPart("xl/worksheets/sheet1.xml")))
    other = book
    other.edit("[Content_Types].xml", "spreadsheetml.sheet", "wordprocessingml.document")
    #expect(reason(other.bytes) == .otherDocument)
    other = book
    other.edit(
      "[Content_Types].xml", "openxmlformats-officedocument.spreadsheetml.sheet.main",
      "ms-excel.sheet.binary.macroEnabled.main")
    #expect(reason(other.bytes) == .binaryWorkbook)
    other = book
    other.parts.append(other.parts.last!)
    #expect(reason(other.bytes) == .damaged(.archive))
    #expect(reason(Array("a,b\n".utf8), sheet: "x") == .notAWorkbook)
    let container: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(reason(container + name) == .passwordProtected)
    #expect(
      errors(container + [0], columns: []) == ["f.xlsx:1: : this is an Excel 97 workbook: save it as .xlsx"])
    let inside = book.bytes
    for archive in [("notes.csv", [1], 1), ("notes.xlsx", inside, UInt32(inside.count))] {
      #expect(
        errors(storedArchive([archive]), columns: [])
          == ["f.xlsx:1: : this is a zip archive: unpack it, and give the file inside"])
    }
  }
}

import DelimitedText
import Foundation
import Parallelism
import TestSupport
import Testing
import Wording
import Workbooks

/// What a workbook holds that is written from a table.
struct WritingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func written(_ table: some WritableTable, sheet: String = "feuille") throws -> WrittenWorkbook {
    let path = folder.url.appendingPathComponent("t.xlsx")
    try table.write(toWorkbook: path.path, sheet: sheet)
    return try WrittenWorkbook(path)
  }

  @Test(arguments: [
    "P001", "08778424", "27/2", "2008-03-05", "12,5", "=1+1", "@now", "-", "+33", "https://example.org",
    " a ", "a\tb", "a\nb", "a\r\nb", "\u{1}", "\u{7F}", "\u{1F}x", "_x0041_", "__x0041_", "_x00g1_",
    "_x005F_",
    "a&b <c> \"d\" 'e'", "é", "😀", "\u{FFFE}\u{FFFF}", "\u{FEFF}x", "]]>", "&amp;", "vrai", "1e5",
  ])
  func `text is read back as it was`(text: String) throws {
    let rows = try written(Cells(["nom", "suite"], [[.text(text), .text("fin")]])).rows
    #expect(rows == [["nom", "suite"].map { .init($0) }, [text, "fin"].map { .init($0) }])
  }

  @Test(arguments: [
    ("9.999999", true), ("0", true), ("0.5", true), ("-0.25", true), ("8.2", true), ("20", true),
    ("123456789012345", true), ("0.000123456789012345", true), ("1234567890.12345", true),
    ("1234567890123456", false), ("12345678901.23456", false), ("007", false), ("1e5", false), ("1,5", false),
    ("-0", false), (".5", false), ("5.", false), ("", false), ("-", false), ("1.2.3", false), ("+1", false),
  ])
  func `a number is the decimal that was printed, or text where it would change`(
    decimal: String, isNumber: Bool
  ) throws {
    let rows = try written(Cells(["n", "suite"], [[.number(decimal), .number("1")]])).rows
    #expect(rows[1] == [.init(decimal, isNumber: isNumber), .init("1", isNumber: true)])
  }

  @Test func `the header stays in view, is filtered, and printed on each page`() throws {
    let workbook = try written(
      Cells(["nom", "n"], [[.text("a"), .number("1")], [.text("b"), .number("2")]]), sheet: "call-order")
    #expect(workbook.sheets == ["call-order"])
    let sheet = workbook.parts["xl/worksheets/sheet1.xml"]!
    #expect(sheet.contains("<dimension ref=\"A1:B3\"/>"))
    #expect(
      sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<autoFilter ref=\"A1:B3\"/>"))
    #expect(sheet.contains("fitToHeight=\"0\"") && sheet.contains("fitToPage=\"1\""))
    let names = workbook.parts["xl/workbook.xml"]!
    #expect(names.contains("_xlnm.Print_Titles\" localSheetId=\"0\">'call-order'!$1:$1<"))
  }

  @Test func `columns are as wide as their cells, within bounds`() throws {
    let wide = String(repeating: "é", count: 200)
    let sheet = try written(
      Cells(["a", "b", "c"], [[.text("x"), .text(wide), .text(String(repeating: "é", count: 20))]])
    ).parts["xl/worksheets/sheet1.xml"]!
    let widths = sheet.matches(of: /<col [^>]*width="([0-9]+)/).map { Int($0.1)! }
    #expect(widths == [8, 60, 22])
  }

  @Test func `nobody is named, and no time of writing`() throws {
    let core = try written(Cells(["a"], [])).parts["docProps/core.xml"]!
    #expect(core.contains("<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"))
    #expect(core.contains("1980-01-01T00:00:00Z") && !core.contains("202"))
  }

  @Test func `a table without rows has its header`() throws {
    #expect(try written(Cells(["a", "b"], [])).rows == [[.init("a"), .init("b")]])
  }

  @Test func `the same cells make the same bytes, by any number of threads`() throws {
    let table = Cells(
      ["candidat", "note", "fraction"],
      (0..<30_000).map { [.text("P\($0)"), .number("\($0 % 20).\($0 % 9 + 1)"), .text("\($0)/7")] })
    let files = try [1, 2, 5].map { threads in
      let path = folder.url.appendingPathComponent("\(threads).xlsx")
      try table.write(toWorkbook: path.path, sheet: "s", workers: Workers(count: threads))
      return try Data(contentsOf: path)
    }
    #expect(files[0] == files[1] && files[0] == files[2])
    let rows = try WrittenWorkbook(folder.url.appendingPathComponent("1.xlsx")).rows
    #expect(rows.count == 30_001)
    #expect(rows[29_999].map(\.text) == ["P29998", "18.2", "29998/7"])
  }

  // MARK: Limits

  @Test func `a cell holds 32 767 characters, as spreadsheets count them`() throws {
    for text in [String(repeating: "é", count: 32_767), String(repeating: "😀", count: 16_383)] {
      #expect(try written(Cells(["a"], [[.text(text)]])).rows[1] == [.init(text)])
      #expect(throws: WorkbookWritingError.self) {
        try written(Cells(["a"], [[.text(text + "😀")]]))
      }
    }
    do {
      _ = try written(Cells(["a", "b"], [[.text(""), .text(String(repeating: "x", count: 32_768))]]))
    } catch let error as WorkbookWritingError {
      #expect(error.code == .textTooLong(row: 2, column: "B"))
    }
  }

  @Test func `a sheet holds 1 048 575 rows below the header, and the error proposes csv`() throws {
    let writer = try WorkbookWriter(sheet: "s")
    let rows = [UInt8](repeating: CellMark.rowEnd, count: 1_048_576)
    try rows.withUnsafeBytes { try writer.append($0) }
    let error = #expect(throws: WorkbookWritingError.self) {
      try [CellMark.rowEnd].withUnsafeBytes { try writer.append($0) }
    }
    #expect(error?.code == .tooManyRows)
    #expect(error?.message.english == "a workbook holds at most 1048575 rows below the header: write csv")
  }

  @Test(arguments: [
    "", "a/b", "a:b", "'a", "a'", "[a]", "a?", "a*", "a\\b", String(repeating: "x", count: 32),
  ])
  func `a sheet cannot have every name`(name: String) {
    #expect(throws: WorkbookWritingError.self) { try WorkbookWriter(sheet: name) }
  }

  @Test(arguments: ["a'b", "été 2027", "a&b", String(repeating: "x", count: 31)])
  func `a sheet has its name`(name: String) throws {
    let sheets = try written(Cells(["a"], [[.text("x")]]), sheet: name).sheets
    #expect(sheets == [name.replacing("&", with: "&amp;")])
  }

  // MARK: Errors

  @Test func `an error or a cancelled task leaves the old file and nothing else`() async throws {
    try folder.write("t.xlsx", "old")
    let path = folder.url.appendingPathComponent("t.xlsx").path
    let long = Cells(["a"], [[.text(String(repeating: "x", count: 40_000))]])
    #expect(throws: WorkbookWritingError.self) { try long.write(toWorkbook: path, sheet: "s") }
    let many = Cells(["a"], (0..<100_000).map { [.number("\($0)")] })
    let task = Task.detached {
      withUnsafeCurrentTask { $0?.cancel() }
      try many.write(toWorkbook: path, sheet: "s")
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    let late = Task.detached {
      try Cells(["a"], (0..<100_000).map { [.number("\($0)")] }) { row in
        if row == 90_000 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      .write(toWorkbook: path, sheet: "s", workers: .one)
    }
    await #expect(throws: CancellationError.self) { try await late.value }
    #expect(folder.names == ["t.xlsx"])
    #expect(try folder.text("t.xlsx") == "old")
  }

  @Test func `writers leave no file open, whether they come to something or not`() throws {
    let path = folder.url.appendingPathComponent("t.xlsx").path
    for _ in 0..<200 {
      _ = try WorkbookWriter(sheet: "s")
      try Cells(["a"], []).write(toWorkbook: path, sheet: "s")
    }
    let files = "/proc/self/fd"
    let open = try FileManager.default.contentsOfDirectory(atPath: files).count { name in
      let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(files)/\(name)")) ?? ""
      return target.hasSuffix("(deleted)")
    }
    // Other tests write workbooks meanwhile.
    #expect(open < 100)
  }
}

/// A table of given cells.
private struct Cells: WritableTable {
  enum Cell: Sendable {
    case text(String)
    case number(String)
  }

  let columns: [String]
  let rows: [[Cell]]
  let told: @Sendable (Int) -> Void

  init(_ columns: [String], _ rows: [[Cell]], told: @escaping @Sendable (Int) -> Void = { _ in }) {
    self.columns = columns
    self.rows = rows
    self.told = told
  }

  func write(
    _ format: TableFormat, workers: Workers, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try writeTable(format, columns: columns, rows: rows.count, workers: workers, to: sink) { text, range in
      for row in range {
        told(row)
        for cell in rows[row] {
          switch cell {
          case .text(let value): text.text(value)
          case .number(let value): text.decimal(value)
          }
        }
        text.endRow()
      }
    }
  }
}

import ExactValues
import Foundation
import TestSupport
import Testing

@testable import DelimitedText
@testable import Workbooks

/// Broken workbooks, and tables that are the same in a sheet and in CSV.
struct SheetFuzzTests {
  private let columns = [
    ColumnSpecification("eleve", .identifier), ColumnSpecification("note", .mark),
    ColumnSpecification("groupe", .optionalCategory), ColumnSpecification("remarque", .text),
  ]

  private func cells(_ table: DelimitedTable) -> [String] {
    (0..<table.rowCount).map { row in
      let groups = table.categories("groupe")
      let note = table.marks("note")[row].map { "\($0)" } ?? "-"
      return "\(table.line(ofRow: row)) \(table.text("eleve")[row])|\(note)|"
        + "\(groups.names[Int(groups.numbers[row])])|\(table.text("remarque")[row])"
    }
  }

  @Test func `a cut or changed workbook is an error or a table, and never a crash`() throws {
    let rows = (2...40).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>\(row)</v></c><c r=\"B\(row)\" s=\"1\"><v>12.\(row)</v></c>"
        + "<c r=\"C\(row)\" t=\"inlineStr\"><is><t>g&amp;_x0041_</t></is></c></row>"
    }
    let header =
      "<row r=\"1\">"
      + ["eleve", "note", "groupe", "remarque"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
    let book = HandmadeWorkbook(
      header + rows.joined(), after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
      strings: (0...40).map { "<t>E\($0)</t>" }, formats: ["0.00"])
    let whole = book.bytes
    var generator = SeededGenerator(2026)
    var refused = 0
    for round in 0..<2000 {
      var bytes = whole
      switch round % 4 {
      case 0: bytes = Array(bytes.prefix(.random(in: 0..<bytes.count, using: &generator)))
      case 1:
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes.removeSubrange(place..<min(bytes.count, place + .random(in: 1...64, using: &generator)))
      default:
        // Mostly in the parts: the sums of the archive are set right again.
        var parts = book.parts
        for _ in 0...Int.random(in: 0...3, using: &generator) {
          let part = Int.random(in: 0..<parts.count, using: &generator)
          let place = Int.random(in: 0..<parts[part].text.count, using: &generator)
          let signs = Array("<>/\"'&;=_x0A9 \u{0}\u{7F}".utf8)
          parts[part].text[place] =
            round % 4 == 2 ? signs.randomElement(using: &generator)! : .random(in: 0...255, using: &generator)
        }
        bytes = storedArchive(parts.map { ($0.name, $0.text, UInt32($0.text.count)) })
      }
      let outcomes = [true, false].map { outcome(bytes, readsPlainElements: $0) }
      #expect(outcomes[0] == outcomes[1], "round \(round)")
      if outcomes[0] == nil { refused += 1 }
    }
    #expect(refused > 1000)
  }

  /// The cells of a workbook's table, or nil where it is refused.
  private func outcome(_ bytes: [UInt8], readsPlainElements: Bool) -> [String]? {
    try? bytes.withUnsafeBytes { bytes in
      let workbook = try Workbook(bytes, file: "f")
      workbook.archive.readsPlainElements = readsPlainElements
      return try workbook.withSheet { source in
        let table = try DelimitedTable(source, columns: columns)
        try table.defects.throwIfAny()
        return cells(table)
      }
    }
  }

  /// Sheets that the parser must see, at least in part.
  @Test(arguments: [
    "<row r=\"2\" r=\"3\"><c><v>1</v></c></row>", "<row r='2'><c><v>1</v></c></row>",
    "<!-- <row r=\"2\"><c><v>1</v></c></row> --><row r=\"2\"><c><v>2</v></c></row>",
    "<row r=\"2\"><c><v>1</v></c></row ><!-- </row><row r=\"3\"><c><v>9</v></c></row> --><row><c><v>2</v></c></row>",
    "<row r=\"2\"><c><v>1</v></c></row ><![CDATA[ </row><row r=\"3\"><c><v>9</v></c></row> ]]><row><c><v>2</v></c></row>",
    "<row r=\"2\"><!-- </row> --><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    "<row r=\"2\"><c><v>1</v></c></row><row><c><v>2</v></c></row><foo><row r=\"4\"/></foo>",
    "<row r=\"2\"/><row/><row r=\"7\" ht=\"1\"/><row><c/><c r=\"B8\"/></row>",
    "<row><c><v>&#49;</v></c></row>",
    "<row><c><v>1]]></v></c></row>", "<row><c><v>1</v>\n</c>\n</row>\n\n<row><c><v>3</v></c></row>",
    "<row><c><v>1</v></c></row", "<row><c><v>1</v></c>", "<row><c r=\"A2\" r=\"A2\"><v>1</v></c></row>",
    "<row><c r=\"A2\"s=\"0\"><v>1</v></c></row>", "<row><c t=\"inlineStr\"><is><t>é</t></is></c></row>",
    "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"str\"><v>b</v></c></row><row><c><f>1</f><v>1</v></c></row>",
    "<row x=\"a>b\" y=\"&lt;\"><c><v>1</v></c></row>", "<row><c><v>1</v></c></row></row>",
    "<rowx/><row><c><v>1</v></c></row>",
    "<row><c><f>A1</f></c></row>", "<row><c t=\"str\"><f>A1</f><v></v></c><c t=\"e\"><v>#N/A</v></c></row>",
    "<row><c><f t=\"shared\" ref=\"A2:A3\" si=\"0\">A1</f><v>1</v></c></row><row><c><f t=\"shared\" si=\"0\"/><v>2</v></c></row>",
    "<row><c><f>A1&amp;1</f><v>1</v></c></row>", "<row><c><f a=\"1\" a=\"2\">A1</f><v>1</v></c></row>",
    "<row><c><f>A1</f><f>A1</f><v>1</v></c></row>", "<row><c><v>1</v><f>A1</f></c></row>",
    "<row><c t=\"d\"><v>2024-02-29T00:00:00</v></c><c t=\"b\"><v>1</v></c></row>",
    "<row>1<c><v>1</v></c></row>", "text<row><c><v>1</v></c></row>",
    "</sheetData><sheetData><row r=\"9\"><c><v>1</v></c></row>",
  ])
  func `rows are the same with and without the parser`(rows: String) {
    let header = "<row r=\"1\"><c t=\"str\"><v>eleve</v></c><c t=\"str\"><v>remarque</v></c></row>"
    let texts = [true, false].map { plain -> String? in
      HandmadeWorkbook(header + rows).bytes.withUnsafeBytes { bytes in
        guard let workbook = try? Workbook(bytes, file: "f") else { return nil }
        workbook.archive.readsPlainElements = plain
        return try? workbook.withSheet { String(decoding: $0.bytes, as: UTF8.self) }
      }
    }
    #expect(texts[0] == texts[1])
  }

  @Test func `a random table is the same in a sheet as in CSV`() throws {
    var generator = SeededGenerator(7)
    for round in 0..<150 {
      let names = ["eleve", "note", "groupe", "remarque", "autre"].shuffled(using: &generator)
      func value(_ name: String, _ row: Int) -> String {
        let texts = [
          "", "a", "é à", "x;y", "1,5", "say \"x\"", "\"", "a\tb", "=A1", "'007", "  ", "ligne", "😀", "_x",
          "&<>",
        ]
        return switch name {
        case "eleve": ["E\(row)", "é\(row)", "\(row)", "0\(row)"].randomElement(using: &generator)!
        case "note":
          ["12", "12,5", "0.25", "", "-", "NA", "Non noté", "20"].randomElement(using: &generator)!
        case "groupe": ["", "a", "é à", "x;y", "1,5", "=A1", "'007"].randomElement(using: &generator)!
        default: texts.randomElement(using: &generator)!
        }
      }
      var csv = names.joined(separator: ";") + "\n"
      var strings: [String] = []
      func xml(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      }
      func cell(_ text: String, _ column: Int, _ row: Int) -> String {
        if text.isEmpty {
          return Bool.random(using: &generator) ? "" : "<c r=\"\(columnLetters(column))\(row)\"/>"
        }
        let place = "<c r=\"\(columnLetters(column))\(row)\""
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
          strings.append("<t xml:space=\"preserve\">\(xml(text))</t>")
          return "\(place) t=\"s\"><v>\(strings.count - 1)</v></c>"
        case 1 where text == "12" || text == "20" || text == "0.25": return "\(place)><v>\(text)</v></c>"
        default: return "\(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(xml(text))</t></is></c>"
        }
      }
      var rows = "<row r=\"1\">" + names.enumerated().map { cell($1, $0, 1) }.joined() + "</row>"
      for row in 2..<Int.random(in: 2...30, using: &generator) {
        let isBlank = Int.random(in: 0..<8, using: &generator) == 0
        let values = names.map { isBlank ? "" : value($0, row) }
        csv += values.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";") + "\n"
        if isBlank, Bool.random(using: &generator) { continue }
        rows += "<row r=\"\(row)\">" + values.enumerated().map { cell($1, $0, row) }.joined() + "</row>"
      }
      let book = HandmadeWorkbook(rows, strings: strings.isEmpty ? ["<t/>"] : strings)
      let fromCSV = try Array(csv.utf8).withUnsafeBytes { bytes in
        try SourceText.withText(bytes, file: "f") { source in
          let table = try DelimitedTable(source, columns: columns)
          try table.defects.throwIfAny()
          return cells(table)
        }
      }
      #expect(cells(try table(book.bytes, columns: columns)) == fromCSV, "round \(round): \(csv)")
    }
  }
}

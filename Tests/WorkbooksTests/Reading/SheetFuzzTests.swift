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
      do {
        try bytes.withUnsafeBytes { bytes in
          try Workbook(bytes, file: "f").withSheet { source in
            let table = try DelimitedTable(source, columns: columns)
            try table.defects.throwIfAny()
            _ = cells(table)
          }
        }
      } catch is InputDefects {
        refused += 1
      }
    }
    #expect(refused > 1000)
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

import Foundation
import Palmares
import TestSupport
import Testing
import Workbooks

/// The examples of the doc comments about workbooks.
final class SheetExamples {
  private var lines: [String] = []

  private func print(_ items: Any...) {
    lines.append(items.map { "\($0)" }.joined(separator: " "))
  }

  @Test func `a workbook is written, listed and read`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("seed.xlsx").path
    try SeedTable("a seed").write(toWorkbook: path, sheet: "new")
    // example: Workbook
    try Workbook.withContents(of: path) { workbook in
      for sheet in workbook.sheets where !sheet.isHidden { print(sheet.name) }
    }
    // end
    // example: SourceText.withTable
    let seed = try SourceText.withTable(of: "\(path)#new") { try SeedFile($0).seed }
    // end
    #expect(lines == ["new"] && seed == "a seed")
  }
  @Test func `a workbook is made piece by piece`() throws {
    // example: WorkbookWriter
    let writer = try WorkbookWriter(sheet: "draw")
    try SeedTable("a seed").write(.cells, workers: .one) { try writer.append($0) }
    var bytes: [UInt8] = []
    try writer.finish { bytes += $0 }
    // end
    #expect(bytes.starts(with: Array("PK".utf8)))
  }
}

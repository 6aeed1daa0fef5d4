import DelimitedText
import Lottery
import LotteryFiles
import Parallelism
import Testing
import Workbooks

/// The examples of the doc comments about workbooks.
struct WorkbookExamples {
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
